"""Packages for repositories: what the header of a document says, in the forms they ask for."""

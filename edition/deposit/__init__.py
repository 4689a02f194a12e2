"""Packages for repositories: what the header of a document says, in the forms they ask for.

``state`` is what is known of a deposit between two commands; ``invenio`` brings packages there.
"""

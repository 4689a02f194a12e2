"""What is known of a document in the forms of those who ask: one file a form."""

"""The documents of an edition in the forms of other programs: corpora, tables, plain text.

A document is read, turned into what a form makes of it, and let go, before the next is: how much
memory is needed does not depend on how many there are. Nothing here knows a page.
"""

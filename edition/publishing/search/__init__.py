"""Searching the whole edition on its pages, without a server: index, texts, and the page.

Everything is a classic script, which a page on the disk may load; those in
``xslt/html/script/search`` read it.
"""

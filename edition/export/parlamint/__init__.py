"""Documents as a corpus of ParlaMint: its plain-text encoding, of which the grammar is RelaxNG.

https://github.com/clarin-eric/ParlaMint; its schemas ask for more than transcripts say, and what
nobody has said is asked for, never made up.
"""

"""Depositing in a repository that runs InvenioRDM, by its native interface ``/api/records``.

``plan`` says which requests a step will make, without a network; ``reserving``, ``uploading``,
``publishing`` and ``versions`` make them, and refuse what must not be at that stage. ``opening``
knows what lies where. All that goes to a server goes through ``connection``.
"""

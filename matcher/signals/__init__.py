"""The signals: each module one kind of evidence that an entry serves a need. How they are weighed is `fusion`'s."""

"""The sentences of the advisors' desk, in both languages; one module for each module of `views.desk`."""

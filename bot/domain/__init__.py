"""What Lotsen knows and decides, free of any input or output: values, rules and tables.

* `catalogue`: a campus's units, services and experts, and what is wrong with one that cannot be used. Its
  parts are `catalogue_values`, `catalogue_unit`, `catalogue_problems`, `catalogue_crosschecks` and
  `catalogue_entries`.
* `need`, `introduction`: what a company asked, and each match on its way to a thread where people meet.
* `lifecycle`, `event`: which steps these two can take, and the log of the steps taken.
* `people`: who is who and how they are reached; `message`: what is told to whom.
"""

"""What Lotsen knows and decides, free of any input or output: values, rules and tables.

* `catalogue`: a campus's units, services and experts, and what is wrong with one that cannot be used. Its
  parts are `catalogue_values`, `catalogue_unit`, `catalogue_problems`, `catalogue_crosschecks` and
  `catalogue_entries`.
* `need`, `introduction`: what a company asked, and each match on its way to a thread where people meet; `brief`,
  `card`: the words in which it is put before an expert; `secrets`: what should not stand among them.
* `lifecycle`, `event`: which steps these two can take, and the log of the steps taken.
* `availability`, `turn`: how experts want to be asked, and who is asked when.
* `clock`: what is due when, counted in `working_time` and `opening_hours`.
* `people`: who is who and how they are reached; `message`: what is told to whom; `showing`: what each of them can be
  told at most; `private_words`: what only advisors may read.
"""

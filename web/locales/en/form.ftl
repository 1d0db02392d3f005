### The questions on paper.

form-title = The questions on paper
form-link = Use paper instead
form-code = Code of this form: { $code }
form-print = Print
form-private = Keep this paper private. It is about one person.
form-how = Leave out any question you like. Tick one box, or more where it says so.
form-numbers = Some numbers are left out. Those questions are not for this form.
form-name = Name or reference:
form-date = Date it was filled in:
form-by = Filled in by the person, together, or by the worker:
form-refuse = I would rather not say
form-only-if = Only if you ticked: { $options }, in question { $number }.
form-for-custody = The same for someone in prison
form-for-community = The same for someone in the community
form-simple = The same in simple words
form-usual = The same in the usual words
form-with-pictures = The same with pictures
form-without-pictures = The same without pictures
form-in-large = In large print
form-in-usual = In ordinary print

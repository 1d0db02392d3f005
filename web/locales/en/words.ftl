### Words a service brings for questions that belong to others.

words-title = Words for the questions
words-link = Bring words a service may use
words-lead = Some questions belong to other people. If your service may use their words, you can bring them here.
words-sealed = The words are locked on this tablet like everything else. They never leave it again.
words-here = Brought so far
words-none = No words were brought yet.
words-brought-on = Brought on { $date }
words-in-use = Someone is still answering these, so they stay.
words-take-away = Take away
words-take-away-label = Take away: { $title }
words-bring = Bring a file
words-file = A file with words
words-file-hint = Your service gets it from whoever owns the words. It is one file, at most 1 MB.
words-look = Look at this file
words-keep = Keep these words
words-kept = These words are kept.
words-complete = { $worded } of { $needed } questions have words.
words-lacking = Words are missing, so it cannot be asked yet. Missing:
words-nothing-kept = Nothing was kept or changed.
words-no-file = Choose a file first.
words-too-large = This file is too large to hold words only.
words-not-text = This file holds no text.
words-not-now = The tablet did not read this file just now. Please try again.
words-here-already = These very words are here already.
words-not-kept = The tablet did not keep these words. Please try again.
words-faults = { $count ->
    [one] One thing in this file must be mended. Send it to whoever made the file.
   *[other] { $count } things in this file must be mended. Send them to whoever made the file.
}
words-which = Which words

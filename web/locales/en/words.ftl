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
words-sounds-hint = Has someone recorded the words? Choose all the sound files together with it.
words-look = Look at this file
words-keep = Keep these words
words-kept = These words are kept.
words-complete = { $worded } of { $needed } questions have words.
words-of-the-app = These are recordings of the words that come with the app.
words-recorded = { $count ->
    [one] One text can be heard.
   *[other] { $count } texts can be heard.
}
words-lacking = Words are missing, so it cannot be asked yet. Missing:
words-nothing-kept = Nothing was kept or changed.
words-no-file = Choose a file first.
words-not-one = Choose one file with words, and only its sound files with it.
words-too-large = This file is too large to hold words only.
words-not-text = This file holds no text.
words-not-now = The tablet did not read this file just now. Please try again.
words-here-already = These very words are here already.
words-not-kept = The tablet did not keep these words. Please try again.
words-faults = { $count ->
    [one] One thing must be mended. Send it to whoever made the files.
   *[other] { $count } things must be mended. Send them to whoever made the files.
}
words-which = Which words

file-choose = Choose files
file-none = No file chosen
file-choose-one = Choose a file

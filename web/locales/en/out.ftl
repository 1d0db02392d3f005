### Taking scores out, and how answers are kept safe.

out-title = Take scores out
out-warning = Pseudonymised, still personal data
out-warning-body = Names are left out and each person gets a new random code. Somebody who knows a person might still recognise them. Keep these files as safe as any record about a person.
out-who = Only people who said yes to research are in these files.
out-count = { $people ->
    [0] Nobody has said yes to research and finished an assessment yet. There is nothing to take out.
    [one] One person has said yes and finished an assessment.
   *[other] { $people } people have said yes and finished an assessment.
}
out-no-name = No name, no free text and no date is in any file. Times are days since a person's start.
out-examples = These are made-up people, so the files are only good for trying things out.
out-make = Make the files
out-making = Making the files…
out-ready = The files are ready. Take each one you need.
out-failed = The files could not be made. Nothing was changed. Try again.
out-left-out = { $assessments ->
    [one] One assessment will not open on this tablet. It is kept as it is, and is in none of these files.
   *[other] { $assessments } assessments will not open on this tablet. They are kept as they are, and are in none of these files.
}
out-file = Download { $name }
out-answers = One row for each assessment, one column for each question.
out-answers-long = One row for each answer.
out-scores-long = One row for each score.
out-scores-wide = One row for each assessment, one column for each score.
out-provenance = Which rules and answers each score comes from. Keep it with the answers, for it can be as telling.
out-others = Some stored scores are not ours. The files hold ours.
out-other-code = Code { $code }, { $wave }
out-codebook = What every column means.

security-title = How answers are kept safe
security-lead = Everything you keep here stays on this tablet.
security-sealed = Each record is locked with its own key before it is written. The keys are locked with your passphrase.
security-not-sent = Nothing is sent anywhere. Once it is set up, the app works without a network. All it ever asks for is a newer version of itself.
security-lock = When you lock, the page and every key in it are thrown away.
security-cannot = What we cannot do: we cannot open a tablet whose passphrase is lost. We cannot stop someone who watches you type, or who controls the tablet itself.
security-examples = Example people are kept in a place of their own. The key is never written down, and they go when you close them.

### The questions, what comes after them, and the profile.

question-part = Rhan { $number } o { $all }
question-page = tudalen { $number } o { $all }
question-what-this-means = Beth mae hyn yn ei feddwl
question-skipped = Wedi'i hepgor. Mae hynny'n iawn.
question-cleared = Wedi'i glirio.
question-refused = Byddai'n well gennych chi beidio â dweud. Mae hynny'n iawn.
question-not-apply = Ddim yn berthnasol.
question-do-not-know = Dydych chi ddim yn gwybod. Mae hynny'n iawn.
question-skip = Hepgor
question-refuse = Byddai'n well gen i beidio â dweud
question-clear = Clirio fy ateb
question-skip-label = Hepgor: { $question }
question-refuse-label = Byddai'n well gen i beidio â dweud: { $question }
question-clear-label = Clirio fy ateb: { $question }
question-go-on = Ymlaen
question-saved = Wedi'i gadw
question-saving = Yn cadw…
question-stop = Stopio yma am heddiw
question-your-words = Yn eich geiriau eich hun
question-choose-any = Dewiswch bob un sy'n ffitio
question-last-time = Y tro diwethaf, dywedoch chi:
question-keep-named = Yr un peth yw hwn o hyd
question-unread = Ddarllenodd y dabled mo'r atebion hyn y tro hwn. Maen nhw'n cael eu cadw, a does dim byd wedi'i golli.
question-shut = Doedd dim modd agor yr atebion hyn. Maen nhw'n cael eu cadw fel y maen nhw, a does dim byd wedi newid.

number-whole = Rhif cyfan o { $from } i { $to }
number-any = Rhif o { $from } i { $to }. Gallwch chi ddefnyddio pwynt, fel yn 1.5.
number-not-whole = Teipiwch rif cyfan o { $from } i { $to }, neu hepgorwch y cwestiwn.
number-not = Teipiwch rif o { $from } i { $to }, neu hepgorwch y cwestiwn.

urgent-title = Gadewch i ni drefnu hyn yn gyntaf
urgent-lead = Dywedoch chi fod rhywbeth heddiw yn methu aros. Mae hynny'n dod cyn unrhyw gwestiynau.
urgent-told = Dywedoch chi wrthon ni:
urgent-note = Nodwch beth wnawn ni
urgent-note-hint = Er enghraifft: ffonio'r tîm tai cyn hanner dydd, gyda'n gilydd.
urgent-who = Pwy sy'n ei wneud?
urgent-who-together = Y ddau ohonon ni
urgent-who-worker = Y gweithiwr cyswllt
urgent-who-person = Fi fy hun
urgent-save = Nodi hyn a stopio yma am heddiw
urgent-kept = Mae'r cwestiynau'n cael eu cadw tan ddiwrnod arall.
urgent-go-on = Mynd ymlaen â'r cwestiynau wedi'r cyfan
urgent-no-action = Ysgrifennwch beth wnewch chi.
urgent-offer = Mae rhywbeth yn methu aros. Beth am drefnu hynny yn gyntaf?
urgent-offer-yes = Trefnu hyn yn gyntaf
urgent-danger = Os oes rhywun mewn perygl yr eiliad hon, ffoniwch 999.

check-title = Eich atebion
check-lead = Edrychwch drwyddyn nhw gyda'ch gilydd. Newidiwch beth bynnag rydych chi ei eisiau. Mae'n iawn bod rhai wedi'u hepgor.
check-change = Newid
check-change-label = Newid eich ateb: { $question }
check-not-answered = Heb ei ateb. Mae hynny'n iawn.
check-go-on = Ymlaen
check-finished = Mae'r asesiad hwn wedi'i orffen, felly mae ei atebion yn aros fel y maen nhw.

about-title = Amdanoch chi
about-lead = Mae'r cwestiynau olaf hyn yn wahanol. Maen nhw'n helpu i ddangos a yw'r gwasanaeth yn deg i bawb.
about-choice = Gallwch chi adael unrhyw un ohonyn nhw allan, neu bob un. Does neb yn eu dyfalu ar eich rhan. Fyddan nhw ddim yn newid yr help rydych chi'n ei gael.
about-finish = Gorffen
about-again = Dywedoch chi hyn wrthon ni o'r blaen. Ydy hyn yn gywir o hyd?

profile-title = Beth sy'n gryf
profile-lead = Dyma beth ddywedoch chi wrthon ni ar { $date }.
profile-thanks = Diolch am roi o'ch amser.
profile-your-words = Yn eich geiriau chi
profile-have = { $count ->
    [0] Dywedoch chi wrthon ni am beth hoffech chi gael mwy ohono.
    [1] Dywedoch chi wrthon ni am un peth sydd gennych chi ar hyn o bryd.
    [2] Dywedoch chi wrthon ni am ddau beth sydd gennych chi ar hyn o bryd.
    [3] Dywedoch chi wrthon ni am dri pheth sydd gennych chi ar hyn o bryd.
    [4] Dywedoch chi wrthon ni am bedwar peth sydd gennych chi ar hyn o bryd.
    [6] Dywedoch chi wrthon ni am chwe pheth sydd gennych chi ar hyn o bryd.
   *[other] Dywedoch chi wrthon ni am { $count } o bethau sydd gennych chi ar hyn o bryd.
}
profile-some-partly = Dywedoch chi wrthon ni beth sydd ar y ffordd yno.
profile-none-answered = Cadwoch chi hyn i chi eich hun y tro hwn. Mae hynny'n iawn.
profile-none-at-all = Cadwoch chi'r atebion hyn i chi eich hun y tro hwn, felly does dim llun i'w ddangos. Mae hynny'n iawn.
profile-have-now = Mae hyn gennych chi ar hyn o bryd
profile-partly = Ar y ffordd yno
profile-not-yet = Eisiau mwy ohono
profile-no-answer = Dim ateb
profile-picture-title = Eich cryfderau
profile-picture-row = { $area }: { $have } gennych chi ar hyn o bryd, { $partly } ar y ffordd yno, { $wish } yr hoffech gael mwy ohonyn nhw.
profile-table = Dangos y llun hwn fel tabl
profile-area = Maes
profile-numbers = Dangos y rhifau
profile-score = Sgôr
profile-of = { $value } allan o { $most }
profile-no-score = Dim digon o atebion
profile-based-on = o { $answered } allan o { $items } ateb
profile-groups = Grwpiau rydw i'n perthyn iddyn nhw
profile-life = Sut mae bywyd ar hyn o bryd
profile-life-value = { $value } allan o 10
profile-commitment = Fy ngham cyntaf
profile-barriers = Beth sy'n rhwystro
profile-barriers-none = Dywedoch chi wrthon ni nad oes dim yn rhwystro yn y meysydd y gofynnon ni amdanyn nhw.
profile-barrier-present = Yn rhwystro ar hyn o bryd
profile-barrier-absent = Ddim yn rhwystro
profile-barrier-not-known = Heb ei ateb
profile-support = Cefnogaeth yr hoffech chi ei chael
profile-support-none = Dywedoch chi wrthon ni fod gennych chi'r gefnogaeth sydd ei hangen arnoch chi.
profile-support-not-asked = Gadawoch chi'r cwestiynau am gefnogaeth. Gallwn ni ddod yn ôl atyn nhw.
profile-urgent = Beth oedd yn methu aros
profile-to-person = Yn ôl at { $name }
profile-to-change = Beth sydd wedi newid ers y dechrau
stored-title = Dyw rhai rhifau a gadwyd ddim yr un fath â'n rhai ni
stored-number = { $scale }: { $ours } yw'n cyfrif ni. { $theirs } oedd wedi'i gadw.
stored-none = dim sgôr
stored-same = Mae'r atebion a'r rheolau yr un fath, felly rydyn ni'n dilyn ein cyfrif ni.
stored-rules = Mae'r rheolau ar gyfer adio wedi newid ers hynny.
stored-inputs = Daeth y rhifau a gadwyd o atebion eraill.
stored-both = Mae'r rheolau wedi newid ers hynny. Hefyd, daeth y rhifau a gadwyd o atebion eraill.
stored-shown = Mae'r dudalen hon yn dangos ein rhifau ni. Does dim byd wedi'i golli.
profile-not-scored = Cymerodd hwn fwy na 14 diwrnod, felly does dim sgoriau. Mae eich atebion wedi'u cadw.

change-title = Beth sydd wedi newid
change-to-profile = Beth sy'n gryf nawr
change-lead = { $then } a { $now }, ochr yn ochr.
change-none = Does dim byd i'w osod wrth ei ochr eto. Bydd beth sydd wedi newid yn dangos ar ôl y sgwrs nesaf.
change-higher-number = Mae rhif uwch yn golygu mwy ohono.
change-higher-worse = Mae rhif is yn well.
change-higher-neither = Dydy'r naill ben ddim yn well na'r llall.
change-more = { $area }: yn uwch nag ar y dechrau, { $from } bryd hynny, { $to } erbyn hyn.
change-less = { $area }: yn is nag ar y dechrau, { $from } bryd hynny, { $to } erbyn hyn.
change-same = { $area }: yr un fath ag ar y dechrau, { $to }.
change-not-established = Gallwn ni ddangos y rhifau, ond ddim dweud a yw'r newid hwn yn fwy na lwc.
change-not-all = Lle nad ydyn ni'n sôn am lwc, dim ond dangos y rhifau allwn ni.
change-improved = Mae hwn yn newid mwy nag y bydden ni'n ei ddisgwyl trwy lwc.
change-deteriorated = Mae hwn yn newid mwy nag y bydden ni'n ei ddisgwyl trwy lwc. Efallai ei bod hi'n werth siarad amdano. Dydy hyn ddim yn golygu eich bod chi wedi gwneud dim byd o'i le.
change-no-reliable = Tua'r un fath. Mae codi a gostwng ychydig yn normal, ac efallai nad yw'n golygu dim.
change-too-few = Does dim digon o atebion i'w cymharu. Mae hynny'n iawn.
change-version = Mae'r cwestiynau wedi newid ers hynny, felly does dim modd cymharu'r ddau.
change-setting = Mae'r cwestiynau'n wahanol yn y carchar a'r tu allan, felly does dim modd cymharu'r ddau.
change-named = Dewisoch chi rywbeth arall y tro hwn, felly does dim modd cymharu'r ddau.
change-moved = Rydych chi wedi symud rhwng y carchar a'r gymuned ers hynny.
change-strengths = Cryfderau
change-life = Sut mae bywyd ar hyn o bryd
change-step = Fy ngham cyntaf
change-barriers = Beth sy'n rhwystro
change-support = Cefnogaeth yr hoffech chi ei chael
change-groups = Grwpiau rydw i'n perthyn iddyn nhw
change-barrier-still = Roedd hwn yn rhwystro bryd hynny, ac mae'n dal i rwystro.
change-barrier-gone = Roedd hwn yn rhwystro bryd hynny. Dydy hwn ddim yn rhwystro erbyn hyn.
change-barrier-new = Doedd hwn ddim yn rhwystro bryd hynny. Mae'n rhwystro erbyn hyn.
change-barrier-clear = Doedd hwn ddim yn rhwystro bryd hynny, a dydy hwn ddim yn rhwystro erbyn hyn.
change-then = Bryd hynny
change-now = Erbyn hyn
change-area = Maes
change-difference = Gwahaniaeth
change-missing = dim rhif
change-table = Dangos hwn fel tabl
change-picture = { $area }: cylch ar { $from } am bryd hynny, sgwâr ar { $to } am erbyn hyn, ar linell o { $lowest } i { $highest }.

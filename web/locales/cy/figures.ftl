### Ffigurau mae gwasanaeth yn dod â nhw am ba mor sicr yw newid.

figures-title = Pa mor sicr yw newid
figures-link = Dod â ffigurau am ba mor sicr yw newid
figures-lead = Mae sgoriau'n symud ychydig trwy lwc. Gall eich gwasanaeth weithio allan faint, o atebion cyntaf llawer o bobl.
figures-sealed = Mae'r ffeil wedi'i chloi ar y dabled hon fel popeth arall. Does dim byd ynddi am unrhyw un person.
figures-none = Does dim ffigurau wedi dod eto. Lle nad oes rhai wedi'u cyhoeddi, rydyn ni'n dangos y gwahaniaeth heb farnu dim.
figures-file = Ffeil o ffigurau
figures-file-hint = Mae'ch gwasanaeth yn ei gwneud o 100 o droeon cyntaf o leiaf. Un ffeil yw hi, hyd at 1 MB.
figures-made = Argraffiad { $edition }, a wnaed ar { $date }
figures-kind = { $kind ->
    [test_retest] Cafodd yr un bobl eu holi ddwywaith.
   *[other] Dim ond ar ba mor dda mae'r cwestiynau'n cytuno ar un adeg mae'n seiliedig. Mae hynny'n sail wan.
}
# one form
figures-people = { $people ->
    [one] Atebodd un person.
   *[other] Atebodd { $people } o bobl.
}
figures-interval = Pa mor sefydlog yw e, o 0 i 1: { $value }. Gallai fod yn unrhyw le o { $low } i { $high }.
figures-threshold = Byddwn ni'n galw newid o { $threshold } neu fwy yn fwy na lwc.
figures-threshold-alpha = Byddwn ni'n dweud bod newid o { $threshold } neu fwy yn fwy na sŵn rhwng cwestiynau. Fyddwn ni ddim yn dweud mwy na hynny.
figures-own = Heb ei ddefnyddio: mae ffigur cyhoeddedig yno'n barod.
figures-few = Heb ei ddefnyddio: mae gan y sgôr hon lai nag wyth cwestiwn.
figures-bent = Heb ei ddefnyddio: mae'r sgôr hon yn dod o dabl. Dyw pa mor dda mae'r cwestiynau'n cytuno ddim yn dweud pa mor sefydlog yw hi.
figures-surer = Heb ei ddefnyddio: mae gan y ffeil hon ffigur sicrach ar gyfer yr un sgôr.
figures-keep = Cadw'r ffigurau hyn
figures-kept = Mae'r ffigurau hyn wedi'u cadw. Wrthyn nhw mae newidiadau ar y dabled hon yn cael eu barnu nawr.
figures-instead = Maen nhw'n cymryd lle argraffiad { $edition }, a wnaed ar { $date }. Efallai y bydd newid a gafodd ei ddangos o'r blaen yn darllen yn wahanol wedyn. Does dim ateb na sgôr yn newid.
figures-put-back = Rhoi argraffiad { $edition } yn ôl
figures-superseded = Mae fersiwn mwy newydd o'r cwestiynau hyn. Dim ond ar gyfer y fersiwn hwn mae'r ffigurau hyn yn cael eu defnyddio.
figures-unusable = Dyw'r fersiwn hwn o'r ap ddim yn gallu defnyddio'r ffigurau hyn. Does dim byd yn cael ei farnu wrthyn nhw.
figures-empty = Does dim ffigur yn y ffeil hon.
figures-not-gone = Allai'r dabled ddim tynnu'r ffigurau hyn i ffwrdd. Maen nhw'n dal i gael eu defnyddio. Rhowch gynnig arall arni.
figures-known = O ffigurau y daeth eich gwasanaeth â nhw: yn hysbys ar gyfer { $count } o { $all } sgôr.
figures-without = Os tynnwch chi nhw i ffwrdd, byddwn ni'n dangos y gwahaniaeth eto heb farnu dim. Does dim ateb na sgôr yn newid.
figures-gone = Mae'r ffigurau hyn wedi mynd. Lle nad oes rhai, rydyn ni'n dangos y gwahaniaeth heb farnu dim.
figures-too-large = Mae'r ffeil hon yn rhy fawr i ddal ffigurau yn unig.
figures-here-already = Mae'r union ffigurau hyn yma'n barod.
figures-not-kept = Chadwodd y dabled mo'r ffigurau hyn. Rhowch gynnig arall arni.
change-figures = Daw'r hyn sy'n cyfrif fel lwc o ffigurau a gasglodd eich gwasanaeth: argraffiad { $edition }, a wnaed ar { $date }.
change-figures-show = Dangos y ffigurau hyn

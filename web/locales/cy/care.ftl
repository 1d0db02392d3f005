### Round the questions: what comes next, a break, who to call, and after a sitting.

question-injecting = Diolch am ddweud. Hoffech chi gael naloxone, offer glân neu brawf? Gall eich gweithiwr eich helpu i'w cael.

heads-next = Nesaf: { $part }
heads-count = { $questions ->
    [zero] Does dim cwestiynau yn y rhan hon.
    [one] Mae un cwestiwn yn y rhan hon. Gallwch chi ei hepgor.
    [two] Mae hyd at ddau gwestiwn yn y rhan hon. Gallwch chi hepgor unrhyw un, neu'r ddau.
    [few] Mae hyd at dri chwestiwn yn y rhan hon. Gallwch chi hepgor unrhyw un, neu bob un.
    [many] Mae hyd at chwe chwestiwn yn y rhan hon. Gallwch chi hepgor unrhyw un, neu bob un.
   *[other] Mae hyd at { $questions } cwestiwn yn y rhan hon. Gallwch chi hepgor unrhyw un, neu bob un.
}
heads-fine = Mae hepgor yn iawn. Dydy hynny ddim yn torri amodau, a does neb yn meindio.
heads-tell = Mae rhai pethau y mae'n rhaid i'ch gweithiwr eu pasio ymlaen. Dyma'r pethau:
heads-tell-ask = Mae rhai pethau y mae'n rhaid i'ch gweithiwr eu pasio ymlaen. Gofynnwch pa rai cyn ateb.
heads-go = Mynd ymlaen at y cwestiynau hyn
heads-skip = Hepgor y rhan hon

break-link = Cael seibiant
break-title = Seibiant
break-saved = Mae popeth a ddywedoch chi wedi'i gadw. Does dim ohono ar y dudalen hon.
break-time = Cymerwch gymaint o amser ag y dymunwch chi. Does dim cloc yn rhedeg.
break-ground = Os yw'n helpu, rhowch eich dwy droed ar y llawr. Chwiliwch am bum peth y gallwch chi eu gweld. Anadlwch allan yn araf.
break-go-on = Mynd ymlaen pan fyddwch chi'n barod

contacts-title = Pwy i'w ffonio
contacts-danger = Os oes rhywun mewn perygl yr eiliad hon, ffoniwch 999.
contacts-none = Dydy eich gwasanaeth ddim wedi rhoi ei rifau yma eto. Gall gweithiwr cyswllt wneud hynny ar ôl datgloi'r dabled.
contacts-tell-title = Beth mae'n rhaid i weithiwr cyswllt ei basio ymlaen
contacts-change = Newid y dudalen hon
contacts-locked = Mae'n bosibl darllen y dudalen hon pan fydd y dabled wedi'i chloi.
service-title = Newid pwy i'w ffonio
service-lead = Mae'n bosibl darllen ‘Pwy i'w ffonio’ pan fydd y dabled wedi'i chloi. Peidiwch ag ysgrifennu dim am berson yma.
service-contacts = Pwy i'w ffonio
service-contacts-hint = Un ar bob llinell: pwy ydyn nhw, y rhif, pryd maen nhw'n ateb.
service-tell = Beth mae'n rhaid i weithiwr cyswllt ei basio ymlaen
service-tell-hint = Un ar bob llinell. Mae pobl yn gweld y rhestr hon cyn dechrau, a chyn pob rhan breifat.
service-contacts-cy = Yr un rhifau yn Gymraeg
service-tell-cy = Yr un rhestr yn Gymraeg
service-cy-hint = Os yw hwn yn wag, mae tudalen Gymraeg yn dangos y geiriau Saesneg.
service-save = Cadw

after-title = Cyn i ni stopio
after-lead = Ychydig o dapiau cyflym, os hoffech chi. Does dim rhaid i neb.
after-worth = Roedd hyn yn werth fy amser
after-about-me = Roedd hyn yn teimlo fel ei fod amdana i
after-worker = I'r gweithiwr cyswllt: roedd hyn yn werth yr amser
after-yes = Mae'n wir
after-partly = Yn rhannol
after-no = Ddim yn wir
after-again = Tapiwch yr un un eto i'w dynnu'n ôl.
after-turn = Weithiwr cyswllt: trowch y dabled atoch chi eich hun, yna ewch ymlaen.
after-call = Weithiwr cyswllt: darllenwch y rhain yn uchel, yna ewch ymlaen.
after-to-worker = Mynd ymlaen, weithiwr cyswllt
after-link = Sut oedd hi?

concern-title = I'r gweithiwr cyswllt
concern-first = Yn gyntaf: dywedwch wrthyn nhw beth fyddwch chi'n ei basio ymlaen, oni bai bod hynny'n gwneud rhywun yn llai diogel.
concern-never = Dydy Trellis ddim yn dweud wrth neb. Dim ond chi all wneud hynny.
concern-raised = Efallai fod angen i chi weithredu ar yr atebion hyn:
concern-raised-none = Chododd dim un ateb bryder ohono'i hun. Efallai fod gennych chi un o hyd.
concern-anything = Ydych chi'n poeni am unrhyw beth?
concern-now = Ydych chi'n meddwl bod angen dweud wrth rywun ar unwaith?
concern-yes = Ydw
concern-no = Nac ydw
concern-whom = Pwy, a sut?
concern-whom-hint = Er enghraifft: y ddesg ddyletswydd, dros y ffôn, am ddeg munud wedi tri.
concern-told = Ydych chi wedi dweud wrth y person beth rydych chi'n ei basio ymlaen?
concern-told-yes = Ydw, dywedais i wrthyn nhw
concern-told-no = Nac ydw, ddim wedi dweud
concern-why = Pam, neu pam ddim?
concern-save = Cadw
concern-open = Heb ei nodi
concern-kept = Ysgrifennwyd ar { $day }.
concern-eyes = I'ch llygaid chi mae'r dudalen hon. Does dim rhaid i chi lenwi dim ohoni.
concern-nothing = Doedd dim byd yn fy mhoeni i
concern-about = Ai un o'r rhain oedd hi?
concern-about-hint = Ticiwch bob un sy'n ffitio. Does dim wedi'i dicio i chi.
concern-came-up = Cododd hyn mewn ateb.
concern-earlier = Ysgrifennwyd o'r blaen
concern-kept-at = Ysgrifennwyd ar { $day } am { $time }.

about-nowhere-safe = Does unman diogel heno
about-hurt = Mae rhywun yn eu brifo neu'n eu rheoli
about-suicide = Meddyliau am hunanladdiad
about-child = Plentyn nad yw efallai yn ddiogel
about-exploited = Mae rhywun yn manteisio arnyn nhw, er enghraifft ar gyfer trosedd, gwaith neu ryw

### Pwy sydd yma, dros y ffôn neu ar fideo, a beth sy'n cael ei gadw at eto. Heb ei adolygu gan siaradwr Cymraeg eto.

begin-mode = Sut ydych chi'n gwneud hyn?
begin-mode-hint = Dros y ffôn neu ar fideo, mae eich gweithiwr yn darllen y cwestiynau'n uchel. Fideo yw rhannu sgrin hefyd.
begin-mode-joint = Gyda'n gilydd, ar un sgrin
begin-mode-phone = Dros y ffôn
begin-mode-video = Ar fideo
begin-company = Pwy arall sy'n gallu gweld neu glywed hyn?
begin-company-hint = Gallwch newid hyn ar unrhyw adeg.
begin-interpreting = I ba iaith mae'r cyfieithydd?
begin-interpreting-hint = Gadewch hwn yn wag os nad oes cyfieithydd. Ar gyfer iaith arwyddion, ysgrifennwch BSL.

company-worker = Eich gweithiwr
company-practitioner = Rhywun o'r gwasanaeth prawf neu wasanaeth arall
company-family = Teulu neu bartner
company-peer = Cyfaill sydd wedi bod drwyddo
company-interpreter = Cyfieithydd

here-two = Yma: chi a'ch gweithiwr
here-alone = Yma: dim ond chi
here-list = Yma: chi, { $others }
here-call-two = Ar yr alwad: chi a'ch gweithiwr
here-call-alone = Ar yr alwad: dim ond chi
here-call-list = Ar yr alwad: chi, { $others }
here-not-said = Does neb wedi dweud pwy sydd yma
here-worker = eich gweithiwr
here-practitioner = rhywun o wasanaeth arall
here-family = teulu neu bartner
here-peer = cyfaill
here-interpreter = cyfieithydd
here-interpreter-of = cyfieithydd ({ $language })
here-change = Newid
here-language = Pa iaith, neu BSL?
here-waits = Bydd rhai rhannau'n aros nes mai dim ond chi a'ch gweithiwr sydd yma.
here-read-out = Darllenwch hwn yn uchel. Tapiwch yr hyn mae'r person yn ei ddweud.

# one form
held-title = { $parts ->
    [one] Mae'r rhan nesaf yn cael ei chadw at eto
    [two] Mae'r 2 ran nesaf yn cael eu cadw at eto
   *[other] Mae'r { $parts } rhan nesaf yn cael eu cadw at eto
}
# one form
held-why = { $parts ->
    [one] Mae ar gyfer pan fydd dim ond chi a'ch gweithiwr yma.
   *[other] Maen nhw ar gyfer pan fydd dim ond chi a'ch gweithiwr yma.
}
held-fine = Does dim yn cael ei hepgor, a does dim yn cael ei golli. Chi sy'n dewis pryd.
held-later = Gadael hyn at eto
held-now = Mynd ymlaen nawr, gyda phawb yma

check-held = Mae rhan { $number } yn cael ei chadw at eto
check-held-why = Mae ar gyfer pan fydd dim ond chi a'ch gweithiwr yma. Mae hynny'n iawn.
check-held-now = Gwneud rhan { $number } nawr

one-at-a-time = Un cwestiwn ar y tro
one-together = Eu dangos gyda'i gilydd
needs-one-at-a-time = Un cwestiwn ar y tro

change-practitioner-both = Roedd rhywun o wasanaeth arall yno'r ddau dro.
out-sittings = Un rhes ar gyfer pob eisteddiad: sut y'i gwnaed, faint o amser gymerodd, a sut yr oedd.

here-again-title = Pwy sydd yma nawr?
here-again-lead = Cyn mynd ymlaen, dywedwch pwy sy'n gallu gweld neu glywed hyn.
here-again-private = Ydy hwn yn lle preifat? Trowch y sgrin fel na all neb arall ei gweld.
here-again-last = Dyma ddywedoch chi'r tro diwethaf:
here-again-same = Yr un fath â'r tro diwethaf
here-again-other = Mae rhywun arall yma, neu mae'n digwydd mewn ffordd arall
here-again-go = Ymlaen

held-answers = Mae rhai atebion yn cael eu cadw'n ôl tra bo eraill yma. Does dim yn cael ei golli.
held-answers-show = Dim ond ni sydd yma nawr. Dangos nhw

mode-name = { $mode ->
    [joint] gyda'ch gilydd ar un sgrin
    [self] ar eich pen eich hun gyda'r dabled
    [phone] dros y ffôn
    [video] ar fideo
    [paper] ar bapur
   *[other] mewn ffordd arall
}
ways-then = { $first }, yna { $next }
ways-done = Sut gwnaed hyn: { $ways }.

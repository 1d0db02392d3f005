### Ynglŷn ag offeryn: beth mae'n ei ofyn, sut mae'n cael ei sgorio, o ble mae'n dod, a beth does neb yn ei wybod.

instrument-title = Am y cwestiynau hyn
instrument-link = Am y cwestiynau hyn
instrument-version = Fersiwn { $version }
instrument-lead = Beth sy'n cael ei ofyn, sut mae'r rhifau'n cael eu gwneud, a beth sy'n hysbys amdanyn nhw.

instrument-asks = Beth mae'n ei ofyn
# one form
instrument-count = { $count ->
    [one] Un cwestiwn.
   *[other] { $count } cwestiwn.
}
# one form
instrument-part-count = { $count ->
    [one] un cwestiwn
   *[other] { $count } cwestiwn
}
instrument-topics-only = Pobl eraill biau geiriau'r cwestiynau, felly dydyn nhw ddim yma. Ein labeli byr ni yw'r rhain.
instrument-recall = Yr amser mae'n gofyn amdano
instrument-where = Ble mae modd ei ofyn
instrument-setting = { $setting ->
    [community] Y tu allan i'r carchar
   *[custody] Yn y carchar
}
instrument-how = Sut mae modd ei roi
instrument-mode = { $mode ->
    [joint] Edrych arno gyda'ch gilydd
    [self] Y person ar ei ben ei hun
    [phone] Dros y ffôn
    [video] Trwy fideo
    [paper] Ar bapur
   *[other] Mewn ffordd arall
}
instrument-within = Rhaid rhoi pob ateb o fewn { $days } diwrnod. Fel arall does dim sgôr.

instrument-scored = Sut mae'n cael ei sgorio
instrument-never-zero = Dyw ateb sydd ar goll byth yn cyfrif fel dim.
instrument-minimum = Rhaid ateb o leiaf { $answers } cwestiwn, neu does dim yn cael ei sgorio.
instrument-no-total = Dyw ei wneuthurwyr ddim yn caniatáu un sgôr am bopeth gyda'i gilydd.
instrument-no-scales = Does dim yn cael ei sgorio. Mae'r atebion yn sefyll fel y cawson nhw eu rhoi.
# one form
instrument-sum = Mae'n adio pwyntiau { $count ->
    [one] un cwestiwn.
   *[other] { $count } cwestiwn.
}
# one form
instrument-mean = Cyfartaledd pwyntiau { $count ->
    [one] un cwestiwn.
   *[other] { $count } cwestiwn.
}
instrument-counts = O { $count } cwestiwn, mae'n cyfrif y rhai sydd â'r ateb { $codes }.
instrument-any-of = Mae'n 1 cyn gynted ag y bydd un o'r atebion isod wedi'i roi. Mae'n 0 pan fydd pob un yn hysbys a dim un wedi'i roi.
instrument-total-of = Mae'n adio'r sgorau hyn: { $scales }.
instrument-mean-of = Cyfartaledd y sgorau hyn: { $scales }.
instrument-parts-needed = Pan fydd un ohonyn nhw ar goll, mae hwn ar goll hefyd.
instrument-complete = Rhaid ateb pob un ohonyn nhw. Fel arall does dim sgôr.
instrument-prorated = Rhaid ateb o leiaf { $minimum }. Mae cyfartaledd y rheini'n sefyll yn lle'r gweddill.
# one form
instrument-reversed = { $count ->
    [one] Mae un cwestiwn wedi'i droi o chwith: yr ateb uchaf sy'n rhoi'r lleiaf o bwyntiau.
   *[other] Mae { $count } cwestiwn wedi'u troi o chwith: yr ateb uchaf sy'n rhoi'r lleiaf o bwyntiau.
}
# one form
instrument-own-points = { $count ->
    [one] Mae gan un cwestiwn ei bwyntiau ei hun. Maen nhw yn yr allwedd isod.
   *[other] Mae gan { $count } cwestiwn eu pwyntiau eu hunain. Maen nhw yn yr allwedd isod.
}
instrument-rounded = Mae'r canlyniad yn cael ei dalgrynnu i'r { $to ->
    [whole] rhif cyfan agosaf.
    [tenth] degfed agosaf.
   *[hundredth] canfed agosaf.
}
instrument-half = Mae rhif yn union rhwng dau yn mynd { $way ->
    [half_up] i fyny.
   *[half_even] at yr un eilrif.
}
instrument-converted = Mae'r canlyniad yn cael ei chwilio mewn tabl. Mae hynny'n rhoi { $lowest } i { $highest }.
instrument-conversion = Dangos y tabl
instrument-raw = Canlyniad
instrument-value = Sgôr
instrument-rescaled = Yna mae'n cael ei roi ar linell arall: { $add } + (canlyniad − { $subtract }) × { $times } ÷ { $by }.
instrument-range = Mae'r sgôr yn mynd o { $lowest } i { $highest }.
instrument-bands = Enwau ar rannau o'r llinell
instrument-from = O
instrument-name = Enw
instrument-no-bands = Heb ei sefydlu: beth sy'n cyfrif fel uchel neu isel.
instrument-cut-offs = Rhifau sydd ag ystyr eu hunain
instrument-change = Mae gwahaniaeth o { $threshold } neu fwy yn fwy nag y byddai siawns yn ei egluro.
instrument-basis = { $basis ->
    [published] Ffigur cyhoeddedig sy'n dweud hynny.
    [sem] Wedi'i weithio allan o'r gwall mesur cyhoeddedig.
    [test_retest] Wedi'i weithio allan o ffigurau cyhoeddedig am ei roi ddwywaith.
    [alpha] Wedi'i weithio allan o ba mor dda mae'r cwestiynau'n cytuno. Mae hynny'n sail wan: mwy na sŵn rhwng cwestiynau, a dim mwy.
    [file_test_retest] Daw o ffigurau y daeth eich gwasanaeth â nhw. Cafodd yr un bobl eu holi ddwywaith.
   *[other] Daw o ffigurau y daeth eich gwasanaeth â nhw, ar ba mor dda mae'r cwestiynau'n cytuno. Mae hynny'n sail wan.
}
instrument-change-unknown = Heb ei sefydlu: pa mor fawr y mae'n rhaid i wahaniaeth fod i olygu rhywbeth. Rydyn ni'n dangos y gwahaniaeth heb farnu dim.
instrument-same-text = Dim ond pan enwodd y person yr un peth y ddau dro mae dau amser yn cael eu cymharu.
instrument-source = O ble mae hyn yn dod

instrument-key = Yr allwedd
instrument-key-lead = Yr un fath ag yn y llyfr codau sy'n mynd gyda'r rhifau.
instrument-key-show = Dangos allwedd pob cwestiwn
instrument-key-question = Cwestiwn
instrument-key-codes = Codau
instrument-key-scales = Yn cyfrif yn
instrument-key-points = Pwyntiau
instrument-key-turned = Wedi'i droi o chwith: { $turn } − cod
instrument-key-step = Cod × { $step }
instrument-key-turned-step = ({ $turn } − cod) × { $step }
instrument-key-as-coded = Fel y cod
instrument-key-asked-when = Yn cael ei ofyn pan fydd { $item } yn { $codes }.
instrument-key-implied = Yn cyfrif fel { $code } pan nad yw'n cael ei ofyn.
instrument-key-only = Yn cael ei ofyn yma yn unig: { $setting }.
instrument-key-scored-when = { $item } yw { $codes }

instrument-from-where = O ble mae'n dod
instrument-confidence = { $confidence ->
    [found] Wedi'i ddarllen yn y ffynhonnell.
    [memory_high] O'r cof ac yn debygol iawn o fod yn gywir. Heb ei ddarllen eto yn y ffynhonnell.
    [memory_medium] O'r cof ac yn gywir mwy na thebyg. Heb ei ddarllen eto yn y ffynhonnell.
    [derived] Wedi'i weithio allan o ffigurau cyhoeddedig.
    [proposal] Ein cynnig ni. Dyw ei wneuthurwyr yn dweud dim.
   *[ours] Ein hun ni, heb ei brofi gan eraill.
}
instrument-terms = Telerau defnyddio
instrument-wording-terms = Geiriau'r cwestiynau
instrument-address = Cyfeiriad

instrument-versions = Y geiriau ar y dabled hon
instrument-no-words = Dim. Mae modd teipio'r cwestiynau i mewn o bapur, neu gall gwasanaeth ddod â geiriau mae'n cael eu defnyddio.
instrument-language = { $language ->
    [en] Saesneg
    [cy] Cymraeg
   *[other] Iaith: { $language }
}
instrument-provenance = { $provenance ->
    [ours] Wedi'u hysgrifennu gan y prosiect hwn.
    [licensed_pack] Gwasanaeth ddaeth â nhw, ac mae'n dweud ei fod yn cael eu defnyddio.
    [translation_not_validated] Cyfieithiad. Does neb wedi dangos ei fod yn mesur yr un peth.
   *[easy_read_not_validated] Hawdd ei ddeall. Nid y geiriau sydd wedi'u profi yw'r rhain.
}
instrument-our-welsh = Cyfieithiad yw ein Cymraeg ni. Does dim siaradwr Cymraeg wedi'i adolygu eto.
instrument-words-licence = Trwydded

instrument-known = Beth sy'n hysbys, a beth sydd ddim
instrument-known-bands = Enwau ar rannau o'r llinell: yn hysbys ar gyfer { $count } o { $all } sgôr.
instrument-known-change = Pa mor fawr y mae'n rhaid i wahaniaeth fod: yn hysbys ar gyfer { $count } o { $all } sgôr.
instrument-unknown = Does neb wedi sefydlu
instrument-unknown-of = { $fact } ({ $scale })
instrument-fact = { $fact ->
    [change] Pa mor fawr y mae'n rhaid i wahaniaeth fod i fod yn un go iawn
    [missing_rule] Sut mae ei wneuthurwyr yn trin ateb sydd ar goll
    [norms] Beth mae pobl yn ei sgorio fel arfer
    [cut_off] O ba rif ymlaen mae rhywbeth yn cael ei olygu
    [test_retest] Faint mae dau amser yn cytuno pan nad oes dim wedi newid
    [internal_consistency] Faint mae ei gwestiynau'n cytuno
    [item_order] Trefn y cwestiynau
    [reversed] Pa gwestiynau sydd wedi'u troi o chwith
    [scoring] Sut mae'r atebion yn dod yn sgôr o gwbl
   *[licence] Ar ba delerau y mae modd ei ddefnyddio
}
instrument-none-listed = Dyw'r diffiniad yn rhestru dim byd arall yn anhysbys. Dyw hynny ddim yn golygu bod popeth arall yn hysbys.
instrument-data-english = Mae'r hyn sydd yn y diffiniad yn Saesneg.

### Taking scores out, and how answers are kept safe.

out-title = Tynnu sgoriau allan
out-warning = Ffugenwau yn lle enwau, ond data personol o hyd
out-warning-body = Mae enwau'n cael eu gadael allan, ac mae pob person yn cael cod newydd ar hap. Gallai rhywun sy'n nabod person ei adnabod o hyd. Cadwch y ffeiliau hyn mor ddiogel ag unrhyw gofnod am berson.
out-who = Dim ond pobl a gytunodd i ymchwil sydd yn y ffeiliau hyn.
out-count = { $people ->
    [0] Does neb wedi cytuno i ymchwil a gorffen asesiad eto. Does dim byd i'w dynnu allan.
    [one] Mae un person wedi cytuno ac wedi gorffen asesiad.
    [two] Mae dau berson wedi cytuno ac wedi gorffen asesiad.
    [few] Mae tri pherson wedi cytuno ac wedi gorffen asesiad.
    [many] Mae chwe pherson wedi cytuno ac wedi gorffen asesiad.
   *[other] Mae { $people } o bobl wedi cytuno ac wedi gorffen asesiad.
}
out-no-name = Does dim enw, dim testun rhydd a dim dyddiad mewn unrhyw ffeil. Mae amserau'n cael eu rhoi mewn dyddiau ers dechrau'r person.
out-examples = Pobl wedi'u dyfeisio yw'r rhain, felly dim ond ar gyfer rhoi cynnig ar bethau mae'r ffeiliau'n dda.
out-make = Gwneud y ffeiliau
out-making = Yn gwneud y ffeiliau…
out-ready = Mae'r ffeiliau'n barod. Cymerwch bob un sydd ei hangen arnoch chi.
out-failed = Doedd dim modd gwneud y ffeiliau. Does dim byd wedi newid. Rhowch gynnig arall arni.
out-left-out = { $assessments ->
    [zero] Does dim asesiad wedi'i adael allan.
    [one] Does dim modd agor un asesiad ar y dabled hon. Mae'n cael ei gadw fel y mae, a dydy hwn ddim yn y ffeiliau hyn.
    [two] Does dim modd agor dau asesiad ar y dabled hon. Maen nhw'n cael eu cadw, a dydyn nhw ddim yn y ffeiliau hyn.
    [few] Does dim modd agor tri asesiad ar y dabled hon. Maen nhw'n cael eu cadw, a dydyn nhw ddim yn y ffeiliau hyn.
    [many] Does dim modd agor chwe asesiad ar y dabled hon. Maen nhw'n cael eu cadw, a dydyn nhw ddim yn y ffeiliau hyn.
   *[other] Does dim modd agor { $assessments } asesiad ar y dabled hon. Maen nhw'n cael eu cadw, a dydyn nhw ddim yn y ffeiliau hyn.
}
out-file = Lawrlwytho { $name }
out-answers = Un rhes ar gyfer pob asesiad, un golofn ar gyfer pob cwestiwn.
out-answers-long = Un rhes ar gyfer pob ateb.
out-scores-long = Un rhes ar gyfer pob sgôr.
out-scores-wide = Un rhes ar gyfer pob asesiad, un golofn ar gyfer pob sgôr.
out-provenance = O ba reolau ac atebion mae pob sgôr yn dod. Cadwch hi gyda'r atebion, achos gall ddweud cymaint.
out-others = Dyw rhai sgoriau a gadwyd ddim yr un fath â'n rhai ni. Ein rhai ni sydd yn y ffeiliau.
out-other-code = Cod { $code }, { $wave }
out-codebook = Beth mae pob colofn yn ei feddwl.

security-title = Sut mae atebion yn cael eu cadw'n ddiogel
security-lead = Mae popeth rydych chi'n ei gadw yma yn aros ar y dabled hon.
security-sealed = Mae pob cofnod yn cael ei gloi â'i allwedd ei hun cyn cael ei ysgrifennu. Mae'r allweddi wedi'u cloi â'ch ymadrodd cyfrinachol.
security-not-sent = Does dim byd yn cael ei anfon i unman. Ar ôl ei baratoi, mae'r ap yn gweithio heb rwydwaith. Yr unig beth mae'n gofyn amdano yw fersiwn newydd ohono'i hun.
security-lock = Pan fyddwch chi'n cloi, mae'r dudalen a phob allwedd ynddi'n cael eu taflu.
security-cannot = Beth allwn ni ddim ei wneud: allwn ni ddim agor tabled os yw ei hymadrodd cyfrinachol wedi'i golli. Allwn ni ddim atal rhywun sy'n eich gwylio chi'n teipio, neu sy'n rheoli'r dabled ei hun.
security-examples = Mae pobl enghreifftiol yn cael eu cadw mewn lle ar wahân. Dydy'r allwedd byth yn cael ei hysgrifennu, ac maen nhw'n mynd pan fyddwch chi'n eu cau.

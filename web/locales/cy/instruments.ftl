### Mwy nag un offeryn: dewis un arall, beth yw pob un, a beth mae ei rifau'n ei olygu.

another-title = Asesiad arall
another-lead = Mae eraill ar gael heblaw'r un hir. Dewiswch yr un sy'n addas heddiw.
another-ask = Gofyn yma
another-paper-only = Pobl eraill piau eu cwestiynau nhw, felly dydy'r geiriau ddim yma.
instruments-ours = Wedi'u hysgrifennu gan y prosiect hwn
instruments-published = Wedi'u cyhoeddi gan eraill

measure-title = Beth mae eich atebion yn ei ddangos
measure-range = ar raddfa o { $lowest } i { $highest }
measure-band = Enw ei awduron ar hyn yw { $name }.
measure-no-band = Does neb wedi dweud beth mae uchel neu isel yn ei olygu yma.
measure-higher-better = Mae rhif uwch yn well.

change-other-way = Cafodd y ddau eu rhoi mewn ffyrdd gwahanol, fel ar bapur ac ar y sgrin.
change-withheld-respondent = Un tro, chi atebodd. Y tro arall, atebodd rhywun arall drosoch chi. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-practitioner = Roedd rhywun arall yn yr ystafell un o'r ddau dro. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-language = Roedd y ddau mewn ieithoedd gwahanol. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-withheld-wording = Roedd geiriau'r cwestiynau'n wahanol. Felly rydyn ni'n dangos y ddau, a ddim yn dweud beth mae'r gwahaniaeth yn ei olygu.
change-more-than-noise = Mae hyn yn fwy nag y byddai'r cwestiynau ar eu pen eu hunain yn ei roi. Allwn ni ddim dweud mwy na hynny.
change-ceiling = Roedd yr atebion ar y dechrau'n agos at y pen gorau yn barod. Felly does fawr o le i newid ddangos.
question-no-words = Dydy geiriau'r cwestiynau hyn ddim ar y dabled hon mwyach. Mae eich atebion wedi'u cadw. Dewch â'r un geiriau eto i fynd ymlaen, neu gorffennwch fel y mae.
question-no-book = Dydy'r cwestiynau hyn ddim yn y fersiwn hon o'r ap. Mae eich atebion wedi'u cadw fel y maen nhw.
person-result = Beth mae'n ei ddangos

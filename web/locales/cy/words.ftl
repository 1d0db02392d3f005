### Geiriau mae gwasanaeth yn dod â nhw ar gyfer cwestiynau pobl eraill.

words-title = Geiriau ar gyfer y cwestiynau
words-link = Dod â geiriau mae gwasanaeth yn cael eu defnyddio
words-lead = Pobl eraill biau rhai cwestiynau. Os yw'ch gwasanaeth yn cael defnyddio eu geiriau, gallwch chi ddod â nhw yma.
words-sealed = Mae'r geiriau wedi'u cloi ar y dabled hon fel popeth arall. Dydyn nhw byth yn ei gadael eto.
words-here = Wedi dod hyd yma
words-none = Does dim geiriau wedi dod eto.
words-brought-on = Daethon nhw ar { $date }
words-in-use = Mae rhywun yn dal i ateb y rhain, felly maen nhw'n aros.
words-take-away = Tynnu i ffwrdd
words-take-away-label = Tynnu i ffwrdd: { $title }
words-bring = Dod â ffeil
words-file = Ffeil o eiriau
words-file-hint = Mae'ch gwasanaeth yn ei chael gan bwy bynnag biau'r geiriau. Un ffeil yw hi, hyd at 1 MB.
words-sounds-hint = Oes rhywun wedi recordio'r geiriau? Dewiswch yr holl ffeiliau sain gyda hi.
words-look = Edrych ar y ffeil hon
words-keep = Cadw'r geiriau hyn
words-kept = Mae'r geiriau hyn wedi'u cadw.
words-complete = Mae gan { $worded } o { $needed } cwestiwn eiriau.
words-of-the-app = Recordiadau o'r geiriau sy'n dod gyda'r ap yw'r rhain.
# one form
words-recorded = { $count ->
    [one] Mae modd clywed un testun.
   *[other] Mae modd clywed { $count } testun.
}
words-lacking = Mae geiriau ar goll, felly does dim modd ei ofyn eto. Ar goll:
words-nothing-kept = Chafodd dim ei gadw na'i newid.
words-no-file = Dewiswch ffeil yn gyntaf.
words-not-one = Dewiswch un ffeil o eiriau, a dim ond ei ffeiliau sain gyda hi.
words-too-large = Mae'r ffeil hon yn rhy fawr i ddal geiriau yn unig.
words-not-text = Does dim testun yn y ffeil hon.
words-not-now = Ddarllenodd y dabled mo'r ffeil hon y tro hwn. Rhowch gynnig arall arni.
words-here-already = Mae'r union eiriau hyn yma'n barod.
words-not-kept = Chadwodd y dabled mo'r geiriau hyn. Rhowch gynnig arall arni.
# one form
words-faults = { $count ->
    [one] Mae un peth i'w drwsio. Anfonwch ef at bwy bynnag wnaeth y ffeiliau.
   *[other] Mae { $count } o bethau i'w trwsio. Anfonwch nhw at bwy bynnag wnaeth y ffeiliau.
}
words-which = Pa eiriau

file-choose = Dewis ffeiliau
file-none = Dim ffeil wedi'i dewis
file-choose-one = Dewis ffeil

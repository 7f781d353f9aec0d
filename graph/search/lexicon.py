"""The field's words: what compounds are made of, and forms a stemmer gets wrong.

An entry is a word, or `form=word` where the form stands for another word: in a compound ("sprach=sprache"), as an irregular
plural ("häuser=haus") or where the stemmer would part them ("kurse=kurs").
"""

from __future__ import annotations

from typing import Final

PARTS: Final = """
abend abschluss adoption agentur akademie aktion alltag alltags=alltag alpha=alphabetisierung alphabetisierung alt alten=alt
alter alters=alter ambulanz amt ämter=amt analphabet anerkennung angebot angehörige angehörigen=angehörige anlauf anmeldung
anschluss anspruch anstalt antrag anwalt anwälte=anwalt anwältin=anwalt apotheke arbeit arbeiter arbeitgeber arbeitnehmer armut
arzt ärzte=arzt ärztin=arzt ärztinnen=arzt asyl asylbewerber aufenthalt aufenthalts=aufenthalt aufnahme ausbildung auskunft
ausland ausländer außenstelle ausweis auto bahn bank barriere bau beauftragte beauftragter=beauftragte begegnung begleitung
behinderung behinderten=behinderung behörde beihilfe beirat beistand beratung beruf berufs=beruf berufung beschäftigung bescheid
bescheinigung beschwerde besuch betreuung bewerber bewerbung bewohner bezirk bibliothek bildung blut brief brücke buch bücher=buch
bund bundes=bund bürger büro café cafe=café caritas chor computer demenz deutsch diakonie dienst digital diskriminierung
dolmetscher dolmetsch=dolmetscher drogen=droge droge duldung ehe ehrenamt eigentum einbürgerung einkauf einkommen einrichtung
einreise einzel eltern elternteil engagement entbindung entschuldung erkrankung ernährung erst erwachsene erwachsenen=erwachsene
erwerb erziehung essen existenz fach fachkraft fachkräfte=fachkraft fahrrad fahr familie familien=familie ferien feuer finanz
flucht flüchtling folter förderung form formular forum frage frau frauen=frau freizeit freund freundes=freund frist früh führerschein
führung fürsorge fußball garten geburt geburts=geburt gebühr gefährdung geflüchtete gehörlos geld gelder=geld gemeinde gemeinschaft
genehmigung gericht geschäft gesellschaft gesetz gespräch gesundheit gewalt gewerbe gewerkschaft grund gründer gründung grundsicherung gruppe
gutachten gymnasium haft hand handel handwerk haupt haus häuser=haus haushalt hebamme heim heimat heirat helfer hilfe hilfs=hilfe
hochschule hof hort impfung impf=impfung information info=information initiative inklusion insolvenz integration
integrations=integration international jahr job jobcenter jugend jugendliche junge kammer kasse kind kinder=kind
kindergarten kindertagespflege kirche kirchen=kirche kita klasse kleider=kleidung kleidung klinik klinikum kommune konflikt
kontakt konto koordination kosten kraft kranken=krank krank krankheit krankenhaus krebs kreis krippe krise küche kultur kunst
kündigung kurs kurse=kurs kursen=kurs kurses=kurs kur=kur kuren=kur laden läden=laden land länder=land landes=land landkreis landrat
landratsamt leben lebens=leben lebensmittel lehrer lehr=lehre lehre leistung leitung lern=lernen lernen lese=lesen lesen
lohn lotse mädchen mahlzeit mama männer=mann mann markt medien medizin meldung melde=meldung mensch menschen=mensch miet=miete
miete mieter migrant migration minderjährige minijob mittag mitte möbel moschee musik mutter mütter=mutter nachbarschaft nachhilfe nachmittag
nachzug nachweis natur netz netzwerk not notruf opfer ort paar paare=paar papier partner paten=pate pate person personal
pflege plan platz plätze=platz politik polizei post praktikum praxis prävention problem projekt prostitution prüfung psyche psycho=psyche
psychologe psychotherapie punkt qualifizierung rat rathaus räte=rat raum räume=raum recht rechts=recht reise religion rente renten=rente
rückkehr ruf säugling schein schrift schreib=schreiben schreiben schuld schulden=schuld schuldner=schuld schuld=schuld schule schul=schule
schüler schutz schwanger schwangere=schwanger schwangeren=schwanger schwangerschaft seelsorge selbst selbsthilfe
selbstständigkeit selbständigkeit=selbstständigkeit senior senioren=senior service sicherung sozial spät spende spenden=spende
spiel sport sprache sprach=sprache sprech=sprechen sprechen sprechstunde staat staatsangehörigkeit stadt städte=stadt stall stand stätte
stelle stellen=stelle steuer stiftung straf=strafe strafe straße studium studien=studium studenten=student student
stunde stunden=stunde stütz=stütze sucht suche tafel tag tages=tag tagesstätte tausch teilhabe telefon termin therapie tod
tier titel träger training trauma trauer treff treffen=treff treffpunkt trennung übergang übersetzer übersetzung übung umgang umwelt unfall
universität unterhalt unterhalts=unterhalt unterkunft unterkünfte=unterkunft unterbringung unterricht unterstützung urlaub vater väter=vater
verband verbände=verband verbraucher verein vereine=verein verfahren vergewaltigung verhütung vermieter vermittlung versicherung
versorgung verwaltung verzeichnis video visum visa=visum volk volks=volk volkshochschule vormund vormundschaft vorschuss
vorsorge waise waisen=waise wahl weg weiterbildung werk werkstatt wohl wohlfahrt wohn=wohnen wohnen wohnung wohnungs=wohnung woche
zahn zahnarzt zeit zentrum zentren=zentrum zentral zertifikat zeugnis zeugnisse=zeugnis zivil zuflucht zug zugewanderte zulage zulassung
zuschlag zuschuss zuschüsse=zuschuss zuwanderer zuwanderung zweit
arbeitslos arbeitslosen=arbeitslos paket erstaufnahme notfall fall mittel stufe test karte niveau rathäuser=rathaus krankenhäuser=krankenhaus schwer mehrgenerationen=generation generation nahrung krieg opferschutz sprachmittler sprachmittlung mittler mittlung rückführung gruppen=gruppe
freiwillig freiwilligen=freiwillig freiwillige=freiwillig jugendhaus hebammen=hebamme fahrschule
"""

# Words that look like compounds but mean one thing; splitting them would answer "Garten" with kindergartens.
WHOLES: Final = """
kindergarten landrat landratsamt rathaus krankenhaus flüchtling minijob jobcenter kindertagespflege lebensmittel hochschule
volkshochschule nachhilfe notruf netzwerk staatsangehörigkeit selbsthilfe selbstständigkeit grundsicherung gymnasium
fachkraft heimat seelsorge gemeinde gemeinschaft gesellschaft schwangerschaft mitarbeiter ausland bundesland deutschland hausarzt
tageszeitung stadtteil bürgermeister handwerk wohlfahrt bahnhof marktplatz friedhof schulden samstag sonntag montag dienstag
mittwoch donnerstag freitag alltag feiertag vormittag nachmittag mittag werktag
"""

# What may end a compound whose beginning is unknown ("Tigrinyakurs"); longer words only, so that nothing is torn apart.
HEADS: Final = """
beratung beratungsstelle betreuung behörde kurs unterricht treff treffpunkt hilfe café gruppe zentrum verein verband
begleitung versicherung schule projekt
"""

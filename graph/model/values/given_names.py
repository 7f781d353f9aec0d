"""Given names usual in Germany: enough to tell "Anna Müller" from the name of a place."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    achim adam adrian agnes ahmad ahmed aischa aisha albert alena alexander alexandra alexej ali alice alina amal
    amina amir ana anastasia andrea andreas andrej angela angelika anika anja anke ann anna anne annegret annelie
    annemarie annette annika antje anton antonia armin arne arnold artur astrid august axel aylin ayse barbara
    bastian beate ben benedikt benjamin bernadette bernd bernhard bernhardt berta bettina bianca birgit birgitta
    birte björn bodo brigitte britta bruno burkhard can carina carl carla carmen carola carolin caroline carsten
    caterina cem charlotte chiara christa christel christian christiane christina christine christof christoph
    christopher clara claudia claus clemens conny conrad constanze cora corinna cornelia dagmar daniel daniela david
    denis deniz dennis detlef diana dieter dietmar dietrich dirk dmitri dominik dora doreen doris dorothea dorothee
    eberhard eckhard edda edeltraud edith egon eike ekaterina elena elfriede elias elif elisa elisabeth elke ella
    ellen elmar elsbeth elvira emil emilia emily emine emma emre eric erich erik erika ernst erwin esra esther eugen
    eva evelin evelyn fabian farid fatima fatma felicitas felix ferdinand finn florian frank franz franziska fred
    friederike friedhelm friedrich fritz gabi gabriel gabriele georg gerald gerd gerda gerhard gerlinde gertrud gesa
    gisela gregor greta gudrun guido gustav günter günther hakan hanna hannah hannelore hannes hans harald hartmut
    hasan hassan heide heidemarie heidi heike heiko heiner heinrich heinz helen helena helene helga helmut hendrik
    henning henrike henry herbert hermann hilde hildegard holger horst hubert hussein ibrahim ilona ilse ina ines
    inga inge ingeborg ingo ingrid inna irina iris irma isabel isabell isabella isabelle ivan ivana jakob jan jana
    janina jannik jasmin jens jessica joachim jochen johann johanna johannes jonas josef joseph judith julia julian
    juliane jutta jörg jörn jürgen kai karen karin karina karl karla karolin karoline karsten kasimir katarina
    katharina katherina kathrin kati katja katrin kemal kerstin kevin khaled kilian kim kirsten klara klaudia klaus
    konrad konstantin kristin kristina kurt lara larissa lars laura layla lea lena leni leo leon leonhard leonie
    leyla lia lidia lina linda lisa lisbeth lothar louis luca lucas lucia ludmilla ludwig luis luisa luise lukas
    lutz lydia magdalena maik maike maja mandy manfred manuel manuela marc marcel marco marcus mareike maren
    margarete margit margot margret margrit maria marian marianne marie marina mario marion marius mark marko markus
    marlene marlies marta martha martin martina mathias mathilde matthias maurice max maximilian mechthild mehmet
    melanie melina merle meryem michael michaela michel mikhail mina miriam mirjam mirko mohamed mohammad mohammed
    monika monique moritz muhammad murat mustafa nadine nadja naomi natalia natalie natalja natascha nele nico
    nicola nicole niklas niko nikolai nikolaus nils nina noah nora norbert nour nuray nuri oksana ole oleg olga
    oliver olivia omar oskar osman oswald otto patricia patrick paul paula pauline peer peggy peter petra philipp
    pia rabea rahel raimund rainer ralf ralph ramona raphael rebecca rebekka regina regine reiner reinhard reinhold
    renate rene rené ricarda richard rita robert robin roland rolf roman ronald ronja ronny rosa rosemarie roswitha
    rudi rudolf ruth rüdiger sabine sabrina said salih sami samir samuel sandra sara sarah sascha saskia sebastian
    selin selina selma sergej serkan siegfried siegrid sigrid silke silvia simon simone sina sofia sonja sophia
    sophie stefan stefanie steffen steffi stella stephan stephanie susan susann susanna susanne suse svea sven
    svenja svetlana swetlana sybille sylvia tamara tanja tatjana thea theo theodor theresa therese thilo thomas
    thorsten tim timo tina tobias tom torben torsten tristan udo ulf uli ulla ulrich ulrike urs ursula uta ute uwe
    valentin valentina valerie vanessa vera verena veronika viktor viktoria viola volker walburga waldemar walter
    waltraud wencke wendelin werner wiebke wilfried wilhelm wilhelmine willi willy wladimir wolf wolfgang yannick
    yasemin yasmin yusuf yvonne zahra zeynep
    """.split()
)

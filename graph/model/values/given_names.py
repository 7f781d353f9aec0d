"""Given names usual in Germany: enough to tell "Anna Müller" from the name of a place."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
    abdelkader abdul abdulkarim abdullah abdulrahman abebe achim achmed adam adrian adriana agnes agnieszka
    ahmad ahmed aischa aisha albert aleksandr aleksandra alena alexander alexandr alexandra alexej ali alice
    alina alla almaz amadou amal amina aminata amir ammar ana anas anastasia anatoli anatolij andrea andreas
    andrei andrej andrii andriy andrzej angela angelika anika anja anke ann anna anne annegret annelie annemarie
    annett annette annika antje anton antonia antonina arben arkadi armin arne arnold artur astrid august axel
    aya aylin ayman ayse barbara bartosz basel bashar bastian beate ben benedikt benjamin berat berhane
    bernadette bernd bernhard bernhardt berta besnik bettina bianca bilal biniam birgit birgitta birte björn
    bodo bogdan bogdana bohdan bojan boris brigitte britta bruno bujar burak burkhard bülent can cansu carina
    carl carla carmen carola carolin caroline carsten catalin caterina cem charlotte chiara christa christel
    christian christiane christina christine christof christoph christopher cindy clara claudia claus clemens
    conny conrad constanze cora corina corinna cornelia cristian cristina dagmar dalia daniel daniela danny
    dardan daryna david dawit denis deniz dennis detlef diaa diana dieter dietmar dietrich dirk dmitri dmytro
    doina dominik dora doreen doris dorota dorothea dorothee dragan drita dörte eberhard ebru eckhard edda
    edeltraud edith eduard egon ehsan eike ekaterina elena elfriede elias elif elisa elisabeth elke ella ellen
    elmar elsbeth elvira emil emilia emily emine emma emre enrico ercan erdem eric erich erik erika ernst erwin
    esra esther eugen eva evelin evelyn evgeni ewa fabian fadi fadia falk farhad farid farshad fatima fatma
    fatmir fatou fatoumata felicitas felix ferdinand fikret filmon finn fiori florian florin frank franz
    franziska fred frieda friederike friedhelm friedrich fritz gabi gabriel gabriele galina ganna georg gerald
    gerd gerda gerhard gerit gerlinde gertrud gesa ghassan gheorghe girma gisela goran gregor greta grit gritt
    grzegorz gudrun guido gustav gökhan gülay gülsüm günter günther haben hadi hagos haifa hakan hala halyna
    hamid hamza hanan hani hanna hannah hannelore hannes hans harald hartmut hasan hassan heide heidemarie heidi
    heidrun heike heiko heiner heinrich heinz helen helena helene helga hella helmut hendrik henning henrike
    henry herbert hermann hiba hien hilde hildegard hiltrud hoa holger horst hossein hubert huda huong hussein
    hülya hüseyin ibrahim ibrahima igor ihor ilja ilker ilona ilse imad iman ina ines inga inge ingeborg ingo
    ingrid inna ioana ionela irina iris irma isabel isabell isabella isabelle ismail isolde ivan ivana jacek
    jakob jamal jamila jan jana janina jannik jasmin jawad jeannette jeannine jelena jenny jens jerzy jessica
    jessika jewgeni jewgenija joachim joanna jochen johann johanna johannes jonas josef joseph jovana judith
    julia julian juliane juri jurij jutta jörg jörn jürgen kadir kai kamal karen karim karin karina karl karla
    karolin karoline karsten kasimir katarina katarzyna kateryna katharina katherina kathleen kathrin kati katja
    katrin kemal kenan kerstin kevin khaled khalid kidane kilian kim kirsten klara klaudia klaus konrad
    konstantin kornelia kristin kristina krzysztof ksenia kurt lan lara larisa larissa lars laura layla lea
    leila lena leni leo leon leonhard leonid leonie lesia leyla lia liane lidia lieselotte lilia lina linda
    lirim lisa lisbeth liudmyla ljudmila lothar louis lubna luca lucas lucia ludmila ludmilla ludwig luis luisa
    luise lukas lukasz lutz lydia lyudmila magda magdalena mahdi maher mahmoud mahmud maik maike maja majid
    malak malgorzata mamadou mandy manfred manuel manuela marc marcel marcin marco marcus mareike marek maren
    margarete margit margot margret margrit maria mariam mariama marian marianne marie mariia marika marina
    mario marion marius mark marko markus marlene marlies marta martha martin martina marwa maryam masoud
    mateusz mathias mathilde matthias maurice max maxim maximilian mazen mechthild mehdi mehmet melanie melek
    melina meltem merle meron meryem metin michael michaela michel mihaela mihai mikhail milad milan milica mina
    minh mircea miriam mirjam mirjana mirko mohamed mohammad mohammed mona monika monique moritz mounir moussa
    muhammad mulugeta murat mustafa mykhailo mykola nabil nader nadeschda nadia nadiia nadija nadine nadja nancy
    naomi naser nasrin natalia natalie nataliia natalja natascha natnael nawal nebojsa nele nelli nermin ngoc
    nguyen nico nicola nicole niklas niko nikola nikolai nikolaus nils nina nizar noah nora norbert norman nour
    nuray nurcan nuri octavian oksana olaf ole oleg oleh oleksandr oleksandra olena olga oliver olivia omar omid
    orhan osama oskar osman oswald otto ousmane parisa parwin pascal patricia patrick paul paula pauline pavlo
    pawel peer peggy peter petra petro philipp phuong pia pinar piotr polina qais quang rabea rabia rahel
    raimund rainer raisa ralf ralph raluca rami ramona rana rania raphael rasha rashid razvan rebecca rebekka
    recep reem regina regine reiner reinhard reinhold renate rene rené reza ricarda ricardo richard rico rima
    rita robel robert robin roland rolf roman romy ronald ronja ronny rosa rosemarie rosi roswitha roya ruba
    rudi rudolf ruslan rustam ruth rüdiger sabine sabrina saeed sahar said salah saleh salem salih salim salma
    sami samir samira samrawit samuel sana sandra sandro sara sarah sascha saskia sebastian sedat selin selina
    selma senait serdar sergej serhii serhiy serkan sevgi sevim seydou shadi shirin sibel siegfried siegrid
    sigrid sigrun silke silvia silvio silviu simon simone sina sinaida sindy snezana sofia sohail solomiia
    songül sonja sophia sophie stanislav stanislaw stefan stefania stefanie steffen steffi stella stephan
    stephanie suleiman susan susann susanna susanne suse svea sven svenja svetlana svitlana swen swetlana
    sybille sylke sylvia sylvio tamara tanja taras tarek tariq tatiana tatjana tekle tesfay tetiana tetyana
    teuta thao thea theo theodor theresa therese thilo thomas thorsten thu thuy tim timo timur tina tino tobias
    tom tomasz torben torsten tristan tsegay tuan tung tülay udo ufuk ulf uli ulla ulrich ulrike urs ursula uta
    ute uwe vadim valentin valentina valeri valerie valon vanessa vasile vasyl veit vera verena veronika viktor
    viktoria viktoriia viola violeta virginia vitali vitalii vitalij vitaliy vladimir volker volodymyr
    vyacheslav wael walburga waldemar walid walter waltraud wencke wendelin werner wiebke wilfried wilhelm
    wilhelmine willi willy wladimir wojciech wolf wolfgang yahya yannick yara yaroslav yasemin yaser yasmin
    yassin yavuz yildiz yilmaz yohannes yonas yousef youssef yulia yuliia yurii yuriy yusuf yves yvonne zahra
    zaid zainab zakaria zbigniew zeynep zofia zohra zoran özcan özgür özlem ümit şükran
    """.split()
)

"""Capitalised words that give nobody away: places, institutions, methods, days, words that begin sentences.

A name must hold a word that is not here. Add what is known in public and is no company and no living person.
"""

from typing import Final

from bot.domain.secrets.patterns import words

_TIME = """
January February March April May June July August September October November December Monday Tuesday Wednesday
Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Christmas Easter Midsummer New Year Day
Januari Februari Mars Maj Juni Juli Augusti Oktober Måndag Tisdag Onsdag Torsdag Fredag Lördag Söndag Jul Påsk
Spring Summer Autumn Fall Winter
"""

_PLACES = """
Sweden Swedish Swede Swedes Sverige Sveriges Svensk Svenska Finland Finnish Finsk Norway Norwegian Norge Norsk Denmark
Danish Danmark Dansk Nordic Nordics Norden Baltic Baltics Baltikum Germany German Tyskland Tysk France French Frankrike
Fransk Italy Italian Italien Spain Spanish Spanien Poland Polish Polen Estonia Estland Latvia Lettland Lithuania Litauen
Netherlands Dutch Holland Belgium Belgien Switzerland Swiss Schweiz Austria Austrian Österrike Portugal Greece Greek
Ireland Irish Irland Scotland Scottish Skottland England English Engelsk British Britain United Kingdom States American
America Amerika Canada Canadian Kanada Japan Japanese China Chinese Kina Korea Korean India Indian Indien Brazil
Brasilien Australia Singapore Vietnam Turkey Turkish Israel Israeli Ukraine Ukrainian Europe European Europa Asia Asien
Africa Afrika Middle East North South West Northern Southern Western Eastern Central
Stockholm Stockholms Uppsala Lund Lunds Göteborg Göteborgs Gothenburg Malmö Umeå Linköping Norrköping Örebro Västerås
Södertälje Södertörn Huddinge Flemingsberg Flemingsbergs Solna Kista Nacka Botkyrka Haninge Tumba Farsta Gävle Sala
Luleå Karlstad Växjö Kalmar Halmstad Borås Skövde Skåne Dalarna Gotland Småland Norrland Åland Östergötland Västra
Götaland Norrbotten Värmland Sörmland Arlanda Copenhagen Köpenhamn Oslo Helsinki Helsingfors Berlin London Paris Boston
Basel Munich Hamburg Brussels Bryssel Amsterdam Vienna Wien Milan Milano Barcelona Madrid Lisbon York Francisco
California Valley Bay Area
"""

_INSTITUTIONS = """
Karolinska Institutet Institute Institut Universitetssjukhus Universitetssjukhuset Sjukhus Sjukhuset Hospital Hospitals
University Universitet Universitetet College School Academy Akademi Royal Kungliga Technology Tekniska Högskola
Högskolan Department Institution Institutionen Faculty Fakultet Clinic Clinical Klinik Kliniken Region Regionen Kommun
Municipality County Agency Authority Ministry Verket Läkemedelsverket Etikprövningsmyndigheten Livsmedelsverket
Skatteverket Folkhälsomyndigheten Socialstyrelsen Vinnova Vetenskapsrådet Tillväxtverket Campus Science Park Sciences
Life Horizon Horisont Eurostars Commission Kommissionen Council Union Parliament Centre Center Centrum Core Facility
Facilities Infrastructure Biobank Foundation Stiftelsen Novum Vecura Biomedicum Lab Laboratory Labs Building House
Hus Huset Nobel Nobels Board Committee Authorities Advisor Society Association Förening Förbundet Team
"""

_SCIENCE = """
Western Blot Southern Northern Sprague Dawley Wistar Lewis Golden Retriever Göttingen Labrador Landrace Yorkshire New
Zealand White Good Manufacturing Laboratory Practice Practices Phase Fas Class Klass Annex Qualified Person Parkinson
Parkinsons Alzheimer Alzheimers Crohn Crohns Hodgkin Down Huntington Duchenne Gaucher Ebola Marburg Zika Covid Bland
Altman Kaplan Meier Petri Gram Sanger Raman Fourier Bluetooth Zigbee Android Python Java Linux Windows Excel Slack
Escherichia Staphylococcus Streptococcus Pseudomonas Lactobacillus Salmonella Listeria Candida Mycobacterium Drosophila
Caenorhabditis Homo Qubit Matrigel Trizol Nile Rift Regulation Directive Act Article Medical Device Devices Drug
Product Products File Research Development Quality Management System Systems Machine Learning Deep Artificial
Intelligence Single Cell Cells Gene Protein Antibody Big Data Open Access Series Round Seed Proof Concept Standard
Operating Procedure Digital Health Care Business Power Magnetic Resonance Imaging Computed Tomography Electron
Microscopy God Laboratoriesed Klinisk Sed Mass Spectrometry Nuclear Human Mouse Rat Green Red Blue Black
"""

_WORDS = """
The This That These Those There Here A An And Or But If So As At By For From In Into Of On To With Without After Before
Our Ours We You Your They Their He She It Its I My His Her One Two Three Four Five Ten Both All Some Any Each Every No
Not None Nothing Somebody Someone Anyone Anybody Everybody Who Whose What Where When Which Why How Do Does Did Is Are
Was Were Has Have Had Can Could Would Should Will Shall May Might Must Please Thanks Thank Hi Hello Hey Dear Best Kind
Warm Regards Sincerely Yours Looking Need Needs Needed Want Wanted Wanting Help Contact Call Ask Send Ring Mail Email
Phone Tel Telephone Subject Question Questions Also Another Other Last Next First Second Third More Most Many Few Only
Just Still Now Then Today Tomorrow Yesterday Soon Later About Around Since While During Until Unless Because Although
Compare Could Seeking Searching Test Testing Tested Measure Measuring Small Large Big Old Young Happy Great Nice Free
Company Companies Partner Partners Customer Supplier Startup Start Project Study Trial Sample Samples Patient Patients
Animal Animals Device Helmet Sensor Material Treated Together Between Under Over Per Via Within Interim Unpublished
Structure Sequence Sequences Figure Table Note Notes Summary Background Purpose Aim Goal Budget Time Plan Part Parts
Professor Doctor Docent Doktor Dr Prof Mr Mrs Ms Herr Fru Sir
Det Den Detta Denna Dessa De Vi Ni Du Jag Han Hon Man En Ett Och Eller Men Om Som Så Att Av På I Till Från Med Utan För
Före Efter Vid Mot Mellan Under Över Vår Vårt Våra Er Ert Era Min Mitt Mina Hans Hennes Deras Sin Alla Någon Något Några
Ingen Inga Inget Vem Vad Var Vart När Hur Varför Vilken Vilket Vilka Finns Är Kan Ska Skulle Vill Behöver Måste Får Har
Hade Söker Hej Hejsan Tack Hälsningar Vänliga Vänligen Bästa Mvh Fråga Frågor Kontakt Kontaktperson Ring Mejla Maila
Skicka Test Prov Prover Provet Projekt Studie Studien Bolag Bolaget Företag Företaget Kund Kunden Leverantören Enligt
Tillsammans Nu Sedan Idag Imorgon Också Även Bara Ännu Redan Omkring Ungefär Kanske Första Andra Tredje Tio Två Tre Fyra
Fem Sex Sju Åtta Nio Gäller Målet Mål Syfte Bakgrund Budget Tid Plan Anläggningen Ämne Jämför
"""

PUBLIC_WORDS: Final = words(_TIME + _PLACES + _INSTITUTIONS + _SCIENCE + _WORDS)

#: Known abbreviations in capitals that a telling word such as "partner" can stand before.
PUBLIC_ACRONYMS: Final = words("""
KTH KI SLL SciLifeLab RISE EU EMA FDA WHO ISO EN IEC GMP GLP GCP CE MDR IVDR ATMP CRO CDMO CMO PI CEO CTO CSO VD AI
IT MR
MRI CT PET NMR TEM SEM PCR DNA RNA USA UK MVP SME NIH EIC ERC KUL BEA PKL EMG EEG ECG EKG HR IP NDA MTA R&D QA QC
""")


def is_public(word: str) -> bool:
    """Whether the word gives nobody away, on its own, with a genitive s or with a hyphen behind it."""
    return any(form in PUBLIC_WORDS or form in PUBLIC_ACRONYMS for form in (word, word.rstrip("s"), _head(word)))


def _head(word: str) -> str:
    return word.replace("’", "'").removesuffix("'s").partition("-")[0]

"""Words so common in calls of every kind that meeting them again gives nothing away.

Everyday English, names of days and months, numbers, and the talk about talking of any working
pair. What may be somebody's secret (health, family, money, leaving) is left out on purpose.
"""

from __future__ import annotations

COMMON: frozenset[str] = frozenset(
    """
a able about above academy access according across act action active activities actually add added
addition additional administration after afternoon again against age agenda ago agreed ah ain't air
all allow allowed almost along already also although always am amazing among an ancient and
announced annual another answer answers any anybody anyone anything anyway appearance appeared
appears appointed approximately april are area areas aren't arm arms around arrived art artist
artists arts as ask asked asking asks assembly assistant associated association at ate attempt
attended attention august author autumn available average award awarded awards away awesome aye
back bad bar base based basically bay be beach beautiful became because become becoming bed been
before began begin beginning behind being believe believed below beneath beside best better between
beyond big bill bit bits black blue board body book booked books boss both bottom bought box branch
break breakfast bridge brilliant bring brothers brought brown build building buildings built bus
business busy but buy by bye calendar call called calls came camera camp campaign can can't cannot
capital car care carried case cases cast cat caught cause caused cell center central centre certain
chair chairman champion chance change changed changes changing channel character characters chat
check checked checking cheers chief child children choice choose chose christmas city civil claimed
class clear client clients closer club coach coaching coffee cold colleague colleagues collection
college come comes coming command commercial commission committee common community competition
complete completed completely complex computer conference congratulations considered construction
contains continued control conversation conversations cool corner correct cos cost costs could
couldn couldn't council countries country couple course cover covered coz crazy create created
cross cultural culture cup current currently customer customers cut dark data date day days debut
december decide decided deciding decision deck deep defeated degree department described design
designed desk despite developed development did didn didn't difference different difficult dinner
directed direction directly director distance do doc document does doesn doesn't dog doing don
don't done door double down dozen draft drafts drink drive dropped due dunno during each earlier
early earth east easter easy eat economic edge edition editor education effect eh eight eighteen
eighty either eleven else em email emails empty end ended energy engine engineering enough entered
entire er especially established even evening event events eventually ever every everybody everyone
everything evidence exactly example except executive expected experience extra eye eyes face fact
fair fall false families family famous fantastic far fast feature featured features february
federal feedback feel feeling feels feet fell fellow felt female few field fifteen fifth fifty
fight fighting figure file filled final finally financial find fine finish finished fire first five
fix fixed flight floor focus folks follow followed following food foot for forced foreign forget
forgot forgotten form formed former forms forty forward found foundation founded four fourteen
fourth free friday friend friends from front full funny further future game games gave general
generally get gets getting give given giving glad glass go goal goals goes going golden gone gonna
good goodbye got gotta gotten grand great green grew ground group groups guess guy guys ha had hadn
hadn't haha hair half hall hand hands happen happened happening happens happy hard has hasn't hate
have haven't having he he'd he'll he's head hear heard hearing heart heavy held hello help helped
helping her here here's herself hey hi high higher highest hill him himself his historic historical
history hit hm hmm hold holding home honest honestly hope hoped hot hotel hour hours house houses
how how's however huge human hundred i i'd i'll i'm i've ice idea ideas if iii immediately
important impossible in include included includes including increased independent individual
industry information initially inside instead institute interest interesting into introduced invite
involved is isn isn't issue issues it it'd it'll it's item items its itself january job joined
journal july june junior just justice keep keeping kept key kid kids kind kinda knew know known
knows lad lady land language laptop large larger largest lass last late later launched law lead
leader leading learn learned learning learnt least led left legs lemme length less let let's lets
level library life light like liked likely limited line lines link list listed listen lists
literally little live lived lives living loads local located location long longer look looked
looking looks lot lots love loved lovely low lower lunch made magazine mail mails main major
majority make makes making male man managed management manager managers many march mark market
master match matches material matter may maybe me mean meaning means meant media meet meeting
meetings member members men mentor mentoring message messages met metal mic mid middle might mile
miles million mind mine minor minute minutes miss missed mission mm model modern moment monday
month months more morning most mostly move moved movement moving mr mrs much museum must my myself
nah name named names national native natural nature near nearby nearly need needed needs neither
network never new news next nice night nine nineteen ninety no nobody non nope normal north not
note noted notes nothing november now number numbers numerous obviously october of off office
officer official often oh oil ok okay old older on once one only onto open opened opening operated
operation operations or order organization original originally other others our ourselves out
outside over overall own owned pacific page paper park part particular particularly parts party
pass passed past peace people per perfect performance performed perhaps period person personal
phone physical pick picked piece place placed places plan planning plans plant play played playing
plays please point points policy political poor popular population position possible post power
practice present presented president press pretty previous previously primary prime prior private
prize probably problem problems process produced producer production professional professor program
programs project property proud provide provided province public published pulled put puts quarter
question questions quickly quite race radio raised ran range rate rather reach reached read reading
ready real really reason reasons received recent red region regional regular related relationship
release released remained remaining remains remember remembered replaced report reported
represented required research response rest result results return returned review reviews right
righto rights road rock role room rose round route rules run running runs rural sad said same sat
saturday saw say saying says scene schedule school schools science score screen seat second seconds
secretary section security see seeing seemed seen selected self sell send sending senior sense sent
sentence separate september series served service services serving session sessions set seven
seventeen seventy several shall share shared she she'd she'll she's ship short shot should
shouldn't show showed shown shows side sides signed significant similar simple simply since sit
site sitting six sixteen sixty size skin sleep slept slide slides slot slowly small smile so social
society sold some somebody someone something sometimes soon sorry sort sorta sound source south
space spanish speak special specific speed spend spent spoke sports spring square stage stand
standard standing star stars start started starting state stated status stay stayed staying step
steps still stone stood stop stopped store stories story straight strange street strong structure
student students studied studies studio study stuff stupid style subject subsequently success
successful such suddenly summer sun sunday super support supported suppose sure surface system
systems table take taken takes taking talk talked talking task tasks taught tea teach teacher
teachers team teams technology tell telling tells ten term terms test text texts than thank thanks
that that'd that'll that's the their them themselves then theory there there's therefore these they
they'd they'll they're they've thing things think thinking thinks third thirteen thirty this those
though thought thousand three through throughout thursday thus till time times tired title to today
together told tomorrow tonight too took top topic total totally touch tour toward towards tower
town track tracks trade traditional train training tree tried tries true trust try trying tuesday
turn turned twelve twenty two type uh um under understand understood union unit units university
unless until up upon upper us use used uses using usually valley variety various version very via
vice video view voice wait waited waiting walk walked wall wanna want wanted wants was wasn wasn't
watch watched water way ways we we'd we'll we're we've wednesday week weekday weekend weeks weird
welcome well went were weren't west what what's when when's where where's whether which while white
who who's whole whom whose why wide will win window wing winner winning winter wish with within
without woman women won won't wonderful wood word words work worked working works world worried
worry worse worst would wouldn wouldn't wow write writer writing written wrong wrote y'all yeah
year years yep yes yesterday yet you you'd you'll you're you've young your yourself youth zero zoom
""".split()
)

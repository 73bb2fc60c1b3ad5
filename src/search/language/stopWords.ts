/**
 * Words so frequent that they tell no talk from another: articles, pronouns, prepositions,
 * auxiliaries, and what questions are put with (`how do I`, `wie kann ich`). Folded. Names
 * of technologies stay out (`go`, `c`, `it` would be one too, but is a pronoun far more often).
 */
export const STOP_WORDS = {
  en: list(`
    a about above after again all also am an and any anybody anyone are aren as at be because been
    before being below between both but by can cannot could couldn did didn do does doesn doing don
    down during each either else ever every few for from further get gets getting got had has hasn
    have haven having he her here hers him his how i if in into is isn it its itself just know let
    like ll m make many may me might more most much must my myself need needs neither no nobody nor
    not now of off on once only or other our ours out over own please rather re s same shall she
    should show shouldn since so some somebody someone something such t tell than that the their
    theirs them then there these they thing things this those through to too toward towards under
    until up upon us ve very via want wants was wasn way ways we were weren what when where whether
    which while who whom whose why will with within without won would wouldn yet you your yours
    anything everything nothing instead actually really still already always never
    talk talks session sessions presentation lecture
    another use used using uses keep see take taken happen happened avoid try trying put come`),
  de: list(`
    aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei
    beim bin bis bist da dabei dadurch dafur dagegen daher damit danach dann daran darauf daraus
    darf darin daruber darum das dass dazu dein deine deinem deinen deiner dem den denn der deren
    des dessen die dies diese diesem diesen dieser dieses doch dort du durch durfen ein eine einem
    einen einer eines einige einigen einiger einmal er es etwas euch euer eure fur gegen gibt hab
    habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in
    indem ins ist ja jede jedem jeden jeder jedes jemand jetzt kann kannst kein keine keinem keinen
    keiner konnen konnte konnten lasst mache machen macht man manche mehr mein meine meinem meinen
    meiner mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne sehr sein seine
    seinem seinen seiner seit sich sie sind so sogar soll sollen sollte sollten sondern sonst uber
    um und uns unser unsere unserem unseren unserer unter viel viele vom von vor wann warum was
    wegen weil welche welchem welchen welcher welches wenn wer werde werden werdet wie wieder wieso
    will wir wird wirst wo wohin wollen wollte worden wurde wurden ware waren zu zum zur zwar
    zwischen vortrag vortrage geht`),
  fr: list(`
    a afin ai ainsi alors apres au aucun aucune aura aussi autre autres aux avant avec avez avoir
    avons bien c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment
    d dans de des deux doit donc dont du elle elles en encore entre es est et etaient etait etant
    ete etes etre eu faire fait font ici il ils j je l la le les leur leurs lors lui m ma mais me
    meme memes mes moi moins mon n ne ni nos notre nous on ont ou par parce pas peu peut peuvent
    plus pour pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se sera ses si son
    sont sous sur t ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y
    presentation conference`),
  other: new Set<string>(),
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

function list(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

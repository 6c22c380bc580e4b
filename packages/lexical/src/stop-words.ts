/** Words that carry grammar rather than meaning, folded, by ISO 639-1 language; they also tell languages apart. */
export const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`a about above after again against all also am an and any are as at be because been before being below between both but by can
    could did do does doing down during each etc few for from further had has have having he her here his how i if in into is it its itself
    just may me might more most must my no nor not of off on once only or other our out over own per same shall she should so some such than
    that the their them then there these they this those through to too under until up upon us very via was we were what when where which
    while who whom why will with within without would you your`),
  es: words(`a al algo ante antes aqui asi aun bajo cada como con contra cual cuales cuando de del desde donde dos durante e el ella ellas
    ellos en entre era es esa esas ese eso esos esta estaba estan estar estas este esto estos fue fueron ha hace hacia han hasta hay la las
    le les lo los mas me mi mientras muy ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero por porque
    que quien quienes se sea sean segun ser si sin sobre son su sus tambien tan tanto te tener tiene tienen todo todos tras tu un una unas
    uno unos usted y ya`),
  pt: words(`a ainda ao aos apos aquela aquele aqueles as ate cada com como contra da das de dela dele deles depois desde do dos e ela elas
    ele eles em entre era essa essas esse esses esta estao estas este estes eu foi foram ha isso isto ja la lhe lhes mais mas me mediante
    mesmo meu minha muito na nao nas nem no nos nossa nossas nosso nossos num numa o os ou outra outras outro outros para pela pelas pelo
    pelos perante por porque qual quando que quem se sem ser sera seu seus sob sobre sua suas tambem te tem ter todo todos tu um uma umas uns
    via vos`),
  fr: words(`a afin ai ainsi alors apres au aucun aucune aussi autre autres aux avant avec avoir c ce ceci cela celle celles celui ces cet
    cette ceux chaque chez comme comment d dans de des deux dont du elle elles en entre est et etait etc ete etre eux fait fut il ils j je l
    la le les leur leurs lors lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont ou par parce pas pendant peu plus pour
    pourquoi qu quand que quel quelle quelles quels qui quoi s sa sans se selon ses si sien soit son sont sous sur t ta tandis te tel telle
    tels tes toi ton tous tout toute toutes tres tu un une vers via vos votre vous y`),
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}

/**
 * Common words of technical conferences in English, German and French, one meaning a line.
 * Policy as for `aliases.ts`: words any conference may use, in their plain form (endings are
 * the stemmers' business), folded. A word of one language that means something else in another
 * stays out.
 */
export const TRANSLATIONS: readonly (readonly string[])[] = `
security, sicherheit, securite
secure, sicher
privacy, datenschutz, privatsphare, vie privee
database, datenbank, base de donnees
memory, speicher, arbeitsspeicher, memoire
storage, datenspeicher, stockage
network, netz, netzwerk, reseau
encryption, verschlusselung, chiffrement
encrypt, verschlusseln, chiffrer
surveillance, uberwachung
computer, rechner, ordinateur
software, programm, logiciel
hardware, materiel
law, recht, gesetz, loi, droit
lawyer, anwalt, jurist, avocat
court, gericht, tribunal
government, regierung, gouvernement
state, staat
society, gesellschaft, societe
politics, politik, politique
freedom, freiheit, liberte
power, macht, strom, pouvoir
electricity, strom, electricite
phone, telefon, mobiltelefon, telephone
mobile, mobil, smartphone
cell phone, mobile phone, mobiltelefon
railway, train, bahn, zug, eisenbahn, chemin de fer
car, auto, fahrzeug, voiture
bicycle, bike, fahrrad, velo
medicine, medizin, medecine
health, gesundheit, sante
patient, patienten
hospital, krankenhaus, klinik, hopital
school, schule, ecole
education, bildung
teaching, unterricht, lehre, enseignement
child, kinder, enfant
youth, jugend, jeunes
science, wissenschaft
research, forschung, recherche
election, vote, voting, wahl, wahlen
election computer, voting machine, wahlcomputer, wahlmaschine
money, geld, argent
payment, bezahlen, zahlung, paiement
bank, banking
credit card, kreditkarte, carte bancaire
identity card, id card, personalausweis, carte d identite
passport, reisepass, passeport
chip card, smartcard, smart card, chipkarte
fingerprint, fingerabdruck, empreinte
face, gesicht, visage
image, bild, photo, foto
picture, bild
camera, kamera
sound, klang
music, musik, musique
language, sprache, langue
translation, ubersetzung, traduction
speech, sprache, rede, parole
text, texte
book, buch, livre
newspaper, zeitung, journal
journalism, journalismus, journalisme
press, presse
censorship, zensur, censure
internet, netz
net neutrality, netzneutralitat, neutralite du net
data retention, vorratsdatenspeicherung
intelligence service, secret service, geheimdienst, nachrichtendienst
police, polizei
war, krieg, guerre
weapon, waffe, arme
satellite, satellit
space, weltraum, raumfahrt, espace
rocket, rakete, fusee
energy, energie
climate, klima, climat
environment, umwelt, environnement
sustainability, nachhaltigkeit, durabilite
art, kunst
game, spiel, jeu
history, geschichte, histoire
future, zukunft, avenir
tool, werkzeug, outil
device, gerat, appareil
machine, maschine
vehicle, fahrzeug
circuit, schaltung, schaltkreis
solder, loten, soudure
radio, funk, rundfunk
ham radio, amateur radio, amateurfunk
wireless, drahtlos, funk, sans fil
key, schlussel, cle
password, passwort, kennwort, mot de passe
lock, schloss, serrure
lockpicking, schlosser offnen
attack, angriff, angreifen, attaque
vulnerability, weakness, schwachstelle, sicherheitslucke, lucke, vulnerabilite, faille
bug, error, fehler, erreur
malware, schadsoftware, trojaner
trojan, trojaner, staatstrojaner
network card, netzwerkkarte
driver, treiber, pilote
kernel, kern
process, prozess, processus
runtime, laufzeit
compiler, ubersetzer, compilateur
programming, programmierung, programmieren, programmation
development, entwicklung, developpement
developer, entwickler, developpeur
user, benutzer, nutzer, anwender, utilisateur
community, gemeinschaft, communaute
association, verein
company, firma, unternehmen, entreprise
work, arbeit, travail
administration, verwaltung
migration, umzug, umstellung
introduction, beginner, einfuhrung, einsteiger, anfanger, debutant
basics, fundamentals, grundlagen
overview, uberblick, ubersicht, apercu
update, aktualisierung, mise a jour
review, ruckblick, revue, jahresruckblick
year in review, jahresruckblick
workshop, atelier
panel, podiumsdiskussion
discussion, diskussion
opening, keynote, eroffnung, ouverture
closing, abschluss, abschied, cloture
performance, leistung, geschwindigkeit
fast, schnell, rapide
slow, langsam
small, klein, petit
large, gross, grand
free, frei, libre
open, offen, ouvert
distributed, verteilt, distribue
decentralized, dezentral, decentralise
cloud, nuage
server, serveur
router, routeur
browser, navigateur
website, webseite, site web
file, datei, fichier
archive, archiv
map, karte, carte
card, karte, carte
street, strasse
city, stadt, ville
water, wasser
food, essen, nahrung
kitchen, kuche, cuisine
biology, biologie
gene, genetik, genome, genom
brain, gehirn, cerveau
mathematics, math, mathematik, mathe
physics, physik
chemistry, chemie
quantum, quanten, quantique
random number, zufallszahl
signature, signatur
certificate, zertifikat, certificat
trust, vertrauen, confiance
recognition, erkennung, reconnaissance
copyright, urheberrecht, droit d auteur
patent, patente, brevet
license, lizenz, licence
standard, norme
interface, schnittstelle
reverse engineering, rekonstruktion
backup, datensicherung, sauvegarde
search, suche, recherche
search engine, suchmaschine, moteur de recherche
social network, soziales netzwerk, reseau social
refugee, fluchtling, refugie
woman, frau, women, femme
human right, menschenrecht, grundrecht
constitution, verfassung, grundgesetz
whistleblower, hinweisgeber
leak, leck
plane, airplane, flugzeug, avion
printer, drucker, imprimante
3d printer, 3d drucker
display, bildschirm, anzeige, ecran
keyboard, tastatur, clavier
operating, betrieb
maintenance, wartung
repair, reparatur, reparieren, reparation
`
  .trim()
  .split('\n')
  .map((group) => [...new Set(group.split(',').map((form) => form.trim()))]);

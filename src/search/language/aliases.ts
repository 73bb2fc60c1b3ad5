/**
 * Ways of writing the same thing, one group a line, forms separated by commas: abbreviations
 * of the trade, numeronyms, full names and common misnomers.
 *
 * Policy: an entry must hold at any technical conference, never at one alone; it must say the
 * same thing, not something near it (that is `relatedWords.ts`); a form that mostly means
 * something else stays out. Folded, blanks between words. Whoever adds one says what for in
 * the commit, and runs the bench on all conferences.
 */
export const ALIASES: readonly (readonly string[])[] = `
k8s, kubernetes, kube
k3s, lightweight kubernetes
pg, postgres, postgresql, pgsql, psql
mysql, my sql
js, javascript, ecmascript
ts, typescript
py, python
rb, ruby
go, golang
rs, rust
cpp, c++, cplusplus, c plus plus
c#, csharp, c sharp
f#, fsharp, f sharp
.net, dotnet, dot net
node, nodejs, node.js
wasm, webassembly, web assembly
ml, machine learning
ai, artificial intelligence, ki, kunstliche intelligenz, ia, intelligence artificielle
llm, large language model
nlp, natural language processing
db, database
dbms, rdbms, database management system
ci, continuous integration
cd, continuous delivery, continuous deployment
vm, virtual machine
vms, virtual machines
i18n, internationalization
l10n, localization
g11n, globalization
a11y, accessibility
o11y, observability
oci, open container initiative
gpu, graphics card, graphics processing unit, grafikkarte
cpu, processor, prozessor
os, operating system, betriebssystem
fs, filesystem, file system, dateisystem
ux, user experience
ui, user interface, benutzeroberflache
gui, graphical user interface
cli, command line, command line interface, kommandozeile
api, application programming interface
sdk, software development kit
ide, development environment, entwicklungsumgebung
iot, internet of things, internet der dinge
hpc, high performance computing, supercomputing
http, hypertext transfer protocol
tls, ssl, transport layer security
dns, domain name system
vpn, virtual private network
p2p, peer to peer
e2e, e2ee, end to end, ende zu ende
sre, site reliability engineering
devsecops, dev sec ops
iac, infrastructure as code
osm, openstreetmap, open street map
rpi, raspberry pi, raspi
riscv, risc v
sbc, single board computer
soc, system on chip
fpga, field programmable gate array
mcu, microcontroller, mikrocontroller
rtos, real time operating system
uefi, unified extensible firmware interface
tpm, trusted platform module
hsm, hardware security module
mfa, 2fa, two factor authentication, zwei faktor authentisierung
sso, single sign on
rbac, role based access control
sbom, software bill of materials
cve, common vulnerabilities and exposures
foss, floss, oss, free software, open source, freie software, logiciel libre
gpl, general public license
gdpr, dsgvo, rgpd, general data protection regulation
vr, virtual reality
ar, augmented reality
sdr, software defined radio
sdn, software defined networking
nfv, network functions virtualization
voip, voice over ip, ip telephony
irc, internet relay chat
gc, garbage collection, garbage collector, garbage collected
jit, just in time
aot, ahead of time
jvm, java virtual machine
orm, object relational mapping
etl, extract transform load
olap, analytical processing
oltp, transaction processing
cdn, content delivery network
saas, software as a service
faas, serverless, function as a service
gis, geographic information system
repo, repository
config, configuration, konfiguration
auth, authentication
authz, authorization
perf, performance
infra, infrastructure
admin, administrator, sysadmin
distro, distribution
distros, distributions
crfs, container registry filesystem
criu, checkpoint restore in userspace
docs, documentation, dokumentation
dev, developer, development
ops, operations
prod, production
env, environment
lib, library, bibliothek
pkg, package, paket
sec, security
crypto, cryptography, kryptografie, kryptographie
mem, memory
ebpf, bpf
selinux, security enhanced linux
deb, debian
libre office, libreoffice
win, windows
mac, macos, os x, osx
gh, github
gitops, git ops
24c3, 24th chaos communication congress
ccc, chaos computer club
`
  .trim()
  .split('\n')
  .map((group) => group.split(',').map((form) => form.trim()));

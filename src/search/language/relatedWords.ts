/**
 * Words that people ask with, and words that titles answer with: near in meaning, not the
 * same. They weigh little and only help where nothing better is found. One group a line; the
 * policy of `aliases.ts` holds.
 */
export const RELATED_WORDS: readonly (readonly string[])[] = `
ram, memory
i18n, l10n, localization, translation, multilingual
bootloader, boot, firmware
oom, out of memory, memory pressure
slow, performance, latency, optimization, tuning
fast, performance, speed, high performance
speed up, accelerate, optimization, performance
move, migrate, migration, relocate
copy, replicate, replication, backup, clone
switch, migrate, migration
crash, failure, debugging, post mortem
broken, failure, debugging
debug, debugger, debugging, troubleshooting
find bugs, testing, fuzzing, static analysis
attack, attacker, exploit, hacking, vulnerability, security
hack, hacking, exploit, attack
break, attack, exploit, hacking
steal, stolen, theft, leak, side channel
protect, protection, secure, hardening, security
safe, safely, secure, security, safety
isolation, sandbox, sandboxing, isolate
untrusted, sandbox, isolation
vulnerable, vulnerability, security, patch
patch, update, hotfix, live patching
password, passphrase, credential, secret
login, authentication, sign in
encrypted, encryption, disk encryption
private, privacy, confidential
phone, mobile, smartphone, android
phone, smartphone, handset
app, application
laptop, notebook
asleep, sleep, suspend, suspended, hibernate
computer, machine, pc
machine, host, node, computer
reboot, boot, restart
start, startup, boot, launch
turn off, shutdown, power off
freeze, checkpoint, suspend, snapshot
graphics, gpu, rendering
picture, image, photo
picture, painting, drawing
video, film, movie, streaming
sound, audio, music
song, music, audio
voice, vocal, vocals, singing, speech
remove, separate, separation, extract
chat, messaging, messenger, instant messaging
call, conferencing, telephony, voip
skype, zoom, video conferencing, video chat, jitsi
notification, push, notify
mail, email, e mail
share, sharing, shared
multiple, several, multi
exhausted, burnout, tired, stress
tired, burnout
maintain, maintainer, maintaining, maintenance
volunteer, contributor, contribution
newcomer, beginner, onboarding, new contributors
hire, hiring, job, career
money, funding, sponsorship, business
earn, funding, business model
pay, payment, funding
license, licensing, compliance, copyright
lawyer, legal, law
teach, teaching, education, school
kids, children, education
crate, dependency, package
dependency, dependencies, supply chain
package, packaging, package manager
install, installation, deploy, installer
upgrade, update, migration
deploy, deployment, rollout, release
downtime, zero downtime, availability, high availability
outage, incident, failure, reliability
monitor, monitoring, metrics, observability
log, logs, logging
alert, alerting, monitoring
trace, tracing, profiling
measure, benchmark, measurement, metrics
query, sql, index
column, table, schema, schema change, alter table
table, schema, database
huge, large, big, at scale
big data, analytics, data processing
scale, scaling, scalability, scalable
thousands, large, scale
load balancing, load balancer, proxy
server, backend, service
website, web, web site
browser, firefox, chrome, web
desktop, gnome, kde
offline, local first
sync, synchronization, synchronize
cloud, hosting, aws, azure
self hosted, self hosting, home server
container, docker, podman
docker, container, moby
daemon, daemonless
root, rootless, unprivileged, privilege
pod, kubernetes
cluster, kubernetes, clustering
engine, runtime
pull, download, distribution
download, distribution, fetch
image, layer, registry
wait, latency, lazy
clash, conflict, isolate
rewrite, port, porting, rust
legacy, old, retro
old, legacy, vintage, retro
chip, silicon, asic, fpga
board, hardware, pcb
robot, robotics
drone, uav
car, automotive, vehicle
plane, aviation, aircraft
train, railway, transport
house, home, smart home, home automation
map, mapping, geospatial, navigation
weather, climate, forecast
space, satellite, nasa
medical, medicine, health
census, statistics
spy, surveillance, tracking
track, tracking, surveillance
ads, advertising, tracking
anonymous, anonymity, tor
forbidden, censorship, blocked
vote, election, voting
law, legal, regulation, directive
teamwork, collaboration, community
quarrel, conflict, code of conduct
diversity, inclusion, women
blind, screen reader, accessibility
disabled, disability, accessibility
font, typography
office, word processor, spreadsheet
spreadsheet, calc, excel
drawing, painting, illustration
cad, 3d modelling, 3d modeling
3d, rendering, modeling
game, gaming, games
account, home directory, identity
carry, portable, migrate
customer, tenant, multi tenancy
secret, key, side channel
hardware bug, spectre, meltdown, speculative execution
cpu, processor, speculative execution
replacement, alternative
`
  .trim()
  .split('\n')
  .map((group) => group.split(',').map((form) => form.trim()));

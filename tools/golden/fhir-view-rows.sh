#!/bin/sh
# Rows of the shipped views over sample resources, by jq, which shares nothing with the finder:
#   sh tools/golden/fhir-view-rows.sh FOLDER > FILE.json
# FOLDER holds files <sample>.<Type>.ndjson. Prints rows of each file as sorted lists of
# [patient, kind, system, code, date, value, unit, site, id] (persons: [id, gender, birthDate]). Made with jq 1.6 or newer.
set -eu
common='
def key: if . == null then null elif startswith("Patient/") then .[8:] elif startswith("urn:uuid:") then .[9:] else null end;
def amount: if .valueQuantity.value != null and .valueQuantity.comparator == null then .valueQuantity.value else .valueInteger end;
def unit: if .valueQuantity.system == "http://unitsofmeasure.org" and .valueQuantity.code != null then .valueQuantity.code else .valueQuantity.unit end;
def dropped(list): . as $s | list | index([$s]) != null;
def row($r; $kind; $date; $site): [($r.subject.reference | key), $kind, .system, .code, $date, .value, .unit, $site, $r.id];
def codings: ([.coding[]? | select(.code != null)] | .[]), (select(any(.coding[]?; .code != null) | not) | {system: null, code: (.text // .coding[0].display)});
def site: (.bodySite // {}) | if type == "array" then (.[0] // {}) else . end | .coding[0].code // .text;
'
Patient='[.id, .gender, .birthDate]'
Condition='select([.verificationStatus.coding[]?.code] | any(. == "refuted" or . == "entered-in-error") | not) | . as $r | .code | codings | row($r; "condition"; $r.onsetDateTime // $r.onsetPeriod.start // (if $r | keys | any(startswith("onset")) then null else $r.recordedDate end); $r | site)'
Procedure='select(.status | dropped(["preparation", "on-hold", "not-done", "entered-in-error"]) | not) | . as $r | .code | codings | row($r; "procedure"; $r.performedDateTime // $r.performedPeriod.start; $r | site)'
Observation='select(.status | dropped(["entered-in-error", "cancelled"]) | not) | . as $r | (., .component[]?) | . as $part | ((.code | codings | . + {kind: "measurement", value: ($part | amount), unit: ($part | unit)}), (.valueCodeableConcept.coding[]? | select(.code != null) | {kind: "answer", system, code})) | .kind as $kind | row($r; $kind; $r.effectiveDateTime // $r.effectivePeriod.start // $r.effectiveInstant; $r | site)'
MedicationRequest='select((.status | dropped(["entered-in-error", "cancelled", "draft"]) | not) and .doNotPerform != true) | . as $r | .medicationCodeableConcept // empty | codings | row($r; "drug"; $r.authoredOn; null)'
DiagnosticReport='select(.status | dropped(["entered-in-error", "cancelled"]) | not) | . as $r | (if [.category[]?.coding[]?.code] | any(. == "LP29684-5" or . == "RAD") then "imaging" else "measurement" end) as $kind | .code | codings | row($r; $kind; $r.effectiveDateTime // $r.effectivePeriod.start; null)'
ImagingStudy='. as $r | (if .modality then .modality[] else .series[]?.modality end), (.procedureCode[]? | codings) | row($r; "imaging"; $r.started; [$r.series[]?.bodySite.code // empty][0])'
Encounter='select(.status | dropped(["entered-in-error", "cancelled", "planned"]) | not) | . as $r | (.type[]?, .reasonCode[]?) | codings | row($r; "visit"; $r.period.start; null)'
comma='{'
for file in "$1"/*.ndjson; do
  name=$(basename "$file" .ndjson)
  eval "program=\$${name#*.}"
  printf '%s"%s":' "$comma" "$name"
  jq -c "$common $program" "$file" | jq -cs 'sort'
  comma=','
done
printf '}\n'

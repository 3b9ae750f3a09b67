{{- /* What no schema can say, for it takes two values together. */ -}}
{{- define "service.sense" -}}
{{- $drain := add (mul 2 .Values.drain.announceSeconds) .Values.drain.finishSeconds 10 -}}
{{- if gt $drain (int64 .Values.terminationGracePeriodSeconds) -}}
{{- fail (printf "terminationGracePeriodSeconds must be at least %d: two announcements, the finish, and 10 s" $drain) -}}
{{- end -}}
{{- if and (ne .Values.scaling.by "none") (lt (int64 .Values.scaling.most) (int64 .Values.replicas)) -}}
{{- fail "scaling.most must not be less than replicas" -}}
{{- end -}}
{{- end }}

{{- /* All objects of a service; the only thing that a service's chart includes. */ -}}
{{- define "service.objects" -}}
{{- include "service.sense" . -}}
{{- include "service.account" . }}
{{ include "service.configuration" . }}
{{ include "service.secrets" . }}
{{ include "service.services" . }}
{{ include "service.running" . }}
{{- if eq .Values.workload "Rollout" }}
{{ include "service.analysis" . }}
{{- end }}
{{ include "service.disruption" . }}
{{- if ne .Values.scaling.by "none" }}
{{ include "service.scaling" . }}
{{- end }}
{{- if .Values.route.paths }}
{{ include "service.routes" . }}
{{- end }}
{{ include "service.network" . }}
{{- if .Values.monitoring }}
{{ include "service.monitoring" . }}
{{- end }}
{{- if .Values.migration.enabled }}
{{ include "service.migration" . }}
{{- end }}
{{- if .Values.global.mesh.enabled }}
{{ include "service.mesh" . }}
{{- end }}
{{- end }}

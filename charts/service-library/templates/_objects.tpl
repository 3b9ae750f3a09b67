{{- /* All objects of a service; the only thing that a service's chart includes. */ -}}
{{- define "service.objects" -}}
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

{{- /* What pods are found by; never changed, for selectors cannot be. */ -}}
{{- define "service.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/component: service
{{- end }}

{{- define "service.labels" -}}
{{ include "service.selector" . }}
app.kubernetes.io/part-of: shop
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "service.migration.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/component: migration
{{- end }}

{{- define "service.migration.labels" -}}
{{ include "service.migration.selector" . }}
app.kubernetes.io/part-of: shop
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "service.image" -}}
{{- $image := .Values.image -}}
{{ $image.registry }}/{{ .Chart.Name }}{{ if $image.digest }}@{{ $image.digest }}{{ else }}:{{ $image.tag }}{{ end }}
{{- end }}

{{- /* Only where the monolith has everything does the new service get no share to split. */ -}}
{{- define "service.takesTraffic" -}}
{{- if lt (int .Values.route.legacy.weight) 100 }}true{{ end }}
{{- end }}

{{- define "service.workload" -}}
apiVersion: {{ ternary "argoproj.io/v1alpha1" "apps/v1" (eq .Values.workload "Rollout") }}
kind: {{ .Values.workload }}
name: {{ .Chart.Name }}
{{- end }}

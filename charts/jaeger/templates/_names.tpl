{{- define "jaeger.selector" -}}
app.kubernetes.io/name: jaeger
{{- end }}

{{- define "jaeger.labels" -}}
{{ include "jaeger.selector" . }}
app.kubernetes.io/part-of: platform
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "jaeger.look" -}}
httpGet: {path: /status, port: health}
periodSeconds: 5
timeoutSeconds: 3
failureThreshold: {{ . }}
{{- end }}

{{- /* An empty answer, and the NaN of nothing divided by nothing, meet neither condition: that look is inconclusive. */ -}}
{{- define "service.analysis.metric" -}}
{{- $analysis := .root.Values.canary.analysis -}}
- name: {{ .name }}
  interval: {{ $analysis.intervalSeconds }}s
  count: {{ $analysis.count }}
  failureLimit: {{ $analysis.failureLimit }}
  inconclusiveLimit: {{ $analysis.inconclusiveLimit }}
  successCondition: len(result) > 0 && result[0] <= {{ .most }}
  failureCondition: len(result) > 0 && result[0] > {{ .most }}
  provider:
    prometheus:
      address: {{ .root.Values.global.platform.prometheusUrl }}
      query: {{ .query | quote }}
{{- end }}

{{- define "service.analysis" -}}
{{- $analysis := .Values.canary.analysis -}}
{{- $canary := printf `namespace="%s",job="%s",rollouts_pod_template_hash="{{args.hash}}"` .Release.Namespace .Chart.Name -}}
{{- $window := printf "[%ds]" (max 120 (mul 2 (int $analysis.intervalSeconds))) -}}
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  args:
    - name: hash
  metrics:
    # Scraped at all: what follows would otherwise call silence a success.
    {{- include "service.analysis.metric" (dict "root" . "name" "restarts" "most" 0 "query" (printf "sum(changes(process_start_time_seconds{%s}%s))" $canary $window)) | nindent 4 }}
    {{- if $analysis.errors }}
    {{- include "service.analysis.metric" (dict "root" . "name" "errors" "most" $analysis.errorShare "query" (printf "(sum(rate(http_server_requests_seconds_count{%s,status=~\"5..\"}%s)) or sum(up{%s}) * 0) / sum(rate(http_server_requests_seconds_count{%s}%s))" $canary $window $canary $canary $window)) | nindent 4 }}
    {{- end }}
    {{- if $analysis.parked }}
    # A canary consumes one nth of the partitions whatever its weight is, so parked messages are judged by themselves.
    {{- include "service.analysis.metric" (dict "root" . "name" "parked" "most" 0 "query" (printf "sum(increase(messaging_inbox_parked_total{%s}%s)) or sum(up{%s}) * 0" $canary $window $canary)) | nindent 4 }}
    {{- end }}
    {{- if $analysis.publishing }}
    {{- include "service.analysis.metric" (dict "root" . "name" "publishing" "most" 0 "query" (printf "sum(increase(messaging_outbox_failures_total{%s}%s))" $canary $window)) | nindent 4 }}
    {{- end }}
{{- end }}

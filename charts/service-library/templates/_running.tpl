{{- define "service.running" -}}
{{- $traffic := and (include "service.takesTraffic" .) .Values.route.paths -}}
---
{{- if eq .Values.workload "Rollout" }}
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  {{- if eq .Values.scaling.by "none" }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit }}
  progressDeadlineSeconds: {{ .Values.progressDeadlineSeconds }}
  progressDeadlineAbort: true
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  strategy:
    canary:
      stableService: {{ .Chart.Name }}
      canaryService: {{ .Chart.Name }}-canary
      maxUnavailable: 0
      maxSurge: 1
      {{- if $traffic }}
      abortScaleDownDelaySeconds: 60
      trafficRouting:
        plugins:
          argoproj-labs/gatewayAPI:
            httpRoute: {{ .Chart.Name }}
            namespace: {{ .Release.Namespace }}
      {{- end }}
      steps:
        {{- range .Values.canary.weights }}
        - setWeight: {{ . }}
        - pause:
            duration: {{ $.Values.canary.pauseSeconds }}s
        - analysis:
            templates:
              - templateName: {{ $.Chart.Name }}
            args:
              - name: hash
                valueFrom:
                  podTemplateHashValue: Latest
        {{- end }}
        - setWeight: 100
  template: {{- include "service.pod" . | nindent 4 }}
{{- else }}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  {{- if eq .Values.scaling.by "none" }}
  replicas: {{ .Values.replicas }}
  {{- end }}
  revisionHistoryLimit: {{ .Values.revisionHistoryLimit }}
  progressDeadlineSeconds: {{ .Values.progressDeadlineSeconds }}
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxUnavailable: 0
      maxSurge: 1
  template: {{- include "service.pod" . | nindent 4 }}
{{- end }}
{{- end }}

{{- define "service.mesh" -}}
{{- $namespaces := .Values.global.platform.namespaces -}}
---
apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  mtls:
    mode: STRICT
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata:
  name: {{ .Chart.Name }}
  labels: {{- include "service.labels" . | nindent 4 }}
spec:
  selector:
    matchLabels: {{- include "service.selector" . | nindent 6 }}
  action: ALLOW
  rules:
    - from:
        - source:
            principals: [{{ printf "%s/ns/%s/sa/%s-%s" .Values.global.mesh.trustDomain $namespaces.ingress .Values.global.platform.gateway .Release.Namespace }}]
      to:
        - operation:
            ports: [{{ .Values.port | quote }}]
    - from:
        - source:
            principals: [{{ printf "%s/ns/%s/sa/%s" .Values.global.mesh.trustDomain $namespaces.monitoring .Values.global.mesh.prometheusAccount }}]
      to:
        - operation:
            ports: [{{ .Values.port | quote }}]
{{- end }}

{{- /* The stable and the canary Service differ in nothing here: Argo Rollouts adds the hash that tells them apart. */ -}}
{{- define "service.address" -}}
---
apiVersion: v1
kind: Service
metadata:
  name: {{ .name }}
  labels:
    {{- include "service.labels" .root | nindent 4 }}
    allinone.dev/role: {{ .role }}
spec:
  type: ClusterIP
  {{- if .headless }}
  clusterIP: None
  publishNotReadyAddresses: true
  {{- end }}
  selector: {{- include "service.selector" .root | nindent 4 }}
  ports:
    - name: http
      protocol: TCP
      port: {{ .root.Values.port }}
      targetPort: http
{{- end }}

{{- define "service.services" -}}
{{ include "service.address" (dict "root" . "name" .Chart.Name "role" "stable") }}
{{- if eq .Values.workload "Rollout" }}
{{ include "service.address" (dict "root" . "name" (printf "%s-canary" .Chart.Name) "role" "canary") }}
{{- end }}
{{- if .Values.monitoring }}
{{ include "service.address" (dict "root" . "name" (printf "%s-pods" .Chart.Name) "role" "pods" "headless" true) }}
{{- end }}
{{- end }}

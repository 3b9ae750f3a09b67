{{- /*
The weights of stable and canary always add up to 100: Argo Rollouts moves them and touches nothing else. So the monolith's
weight is what makes its share of the whole, and a change of it shows in an annotation, because Argo CD ignores weights.
*/ -}}
{{- define "service.routes.backend" -}}
- group: ""
  kind: Service
  name: {{ .name }}
  port: {{ .port }}
  weight: {{ .weight }}
{{- end }}

{{- define "service.routes.frame" -}}
---
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ .name }}
  labels:
    {{- include "service.labels" .root | nindent 4 }}
    allinone.dev/access: {{ .access }}
  annotations:
    allinone.dev/legacy-weight: {{ .root.Values.route.legacy.weight | quote }}
spec:
  parentRefs:
    - group: gateway.networking.k8s.io
      kind: Gateway
      name: {{ .root.Values.global.platform.gateway }}
      sectionName: https
  hostnames: [{{ .root.Values.global.platform.host | quote }}]
{{- end }}

{{- define "service.routes.monolith" -}}
- group: gateway.envoyproxy.io
  kind: Backend
  name: {{ .root.Values.route.legacy.backend }}
  weight: {{ .weight }}
{{- end }}

{{- define "service.routes" -}}
{{- $legacy := int .Values.route.legacy.weight -}}
{{- $share := 1 -}}
{{- if lt $legacy 100 -}}
{{- $share = round (divf (mul $legacy 100) (sub 100 $legacy)) 0 | int -}}
{{- end -}}
{{ include "service.routes.frame" (dict "root" . "name" .Chart.Name "access" .Values.route.access) }}
  rules:
    - matches:
        {{- range .Values.route.paths }}
        - path:
            type: PathPrefix
            value: {{ . }}
        {{- end }}
      timeouts:
        request: {{ .Values.route.timeout }}
      backendRefs:
        {{- if lt $legacy 100 }}
        {{- include "service.routes.backend" (dict "name" .Chart.Name "port" .Values.port "weight" 100) | nindent 8 }}
        {{- if eq .Values.workload "Rollout" }}
        {{- include "service.routes.backend" (dict "name" (printf "%s-canary" .Chart.Name) "port" .Values.port "weight" 0) | nindent 8 }}
        {{- end }}
        {{- end }}
        {{- if gt $legacy 0 }}
        {{- include "service.routes.monolith" (dict "root" . "weight" $share) | nindent 8 }}
        {{- end }}
{{- range .Values.route.open }}
{{ include "service.routes.frame" (dict "root" $ "name" (printf "%s-%s" $.Chart.Name .name) "access" "open") }}
  rules:
    - matches:
        - path:
            type: Exact
            value: {{ .path }}
          method: {{ .method }}
      timeouts:
        request: {{ $.Values.route.timeout }}
      backendRefs:
        {{- if lt $legacy 100 }}
        {{- include "service.routes.backend" (dict "name" $.Chart.Name "port" $.Values.port "weight" 100) | nindent 8 }}
        {{- end }}
        {{- if gt $legacy 0 }}
        {{- include "service.routes.monolith" (dict "root" $ "weight" $share) | nindent 8 }}
        {{- end }}
{{- end }}
{{- end }}

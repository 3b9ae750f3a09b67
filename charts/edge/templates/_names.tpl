{{- define "edge.labels" -}}
app.kubernetes.io/name: edge
app.kubernetes.io/part-of: shop
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- /* A route of the edge itself; who is let in is told by the label, which the policies select. */ -}}
{{- define "edge.route" -}}
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: {{ .name }}
  labels:
    {{- include "edge.labels" .root | nindent 4 }}
    allinone.dev/access: {{ .access }}
spec:
  parentRefs:
    - group: gateway.networking.k8s.io
      kind: Gateway
      name: {{ .root.Values.global.platform.gateway }}
      sectionName: {{ default "https" .section }}
  hostnames: [{{ .root.Values.global.platform.host | quote }}]
{{- end }}

{{- define "edge.keys" -}}
{{- $platform := .Values.global.platform -}}
{{- $keycloak := printf "%s/realms/allinone/protocol/openid-connect" $platform.keycloakUrl -}}
name: keycloak
issuer: {{ $platform.oidcIssuer }}
audiences: [{{ .Values.login.audience }}]
remoteJWKS:
  uri: {{ $keycloak }}/certs
  cacheDuration: 5m
claimToHeaders:
  {{- range $header, $claim := .Values.login.claimHeaders }}
  - header: {{ $header }}
    claim: {{ $claim }}
  {{- end }}
{{- end }}

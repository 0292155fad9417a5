{{- define "konstelasi.name" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 50 | trimSuffix "-" }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 50 | trimSuffix "-" }}{{ end -}}
{{- end -}}

{{- define "konstelasi.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "konstelasi.labels" -}}
{{ include "konstelasi.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end -}}

{{/* What both containers share: image, user, graph, folders. */}}
{{- define "konstelasi.container" -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
env:
  - name: HOME
    value: /tmp
  - name: KONSTELASI_URI
    value: {{ .Values.neo4j.uri | quote }}
  - name: KONSTELASI_USER
    value: {{ .Values.neo4j.user | quote }}
  {{- with .Values.neo4j.database }}
  - name: KONSTELASI_DATABASE
    value: {{ . | quote }}
  {{- end }}
  - name: KONSTELASI_PASSWORD_FILE
    value: /run/secrets/neo4j/password
  {{- with .Values.neo4j.reader.user }}
  - name: KONSTELASI_READER_USER
    value: {{ . | quote }}
  - name: KONSTELASI_READER_PASSWORD_FILE
    value: /run/secrets/neo4j/reader-password
  {{- end }}
volumeMounts:
  - name: data
    mountPath: /data
  - name: tmp
    mountPath: /tmp
  - name: password
    mountPath: /run/secrets/neo4j
    readOnly: true
resources:
  {{- toYaml .Values.resources | nindent 2 }}
{{- end -}}

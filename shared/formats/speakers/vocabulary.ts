/** Words by which labels are judged: who speaks in interviews and groups, and what merely looks like a label. */

/** Small letters, no accents: the form in which words are looked up here. */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}

const interviewerWords = words(`
  interviewer interviewers researcher evaluator enumerator facilitator moderator moderators co-moderator host chair
  chairperson chairman chairwoman interpreter translator notetaker observer
  entrevistador entrevistadora entrevistadores investigador investigadora evaluador evaluadora encuestador encuestadora
  facilitador facilitadora moderador moderadora moderadores presentador presentadora interprete traductor traductora
  observador observadora
  enqueteur enquetrice enqueteuse intervieweur intervieweuse chercheur chercheuse evaluateur evaluatrice
  animateur animatrice facilitateur facilitatrice moderateur moderatrice traducteur traductrice observateur observatrice
  pesquisador pesquisadora mediador mediadora
  befragerin befrager moderatorin interviewerin forscherin forscher
  المحاور المحاورة الباحث الباحثة الميسر الميسرة المترجم المترجمة המראיין המראיינת מנחה מראיין מראיינת
`);

const participantWords = words(`
  participant participants interviewee interviewees respondent respondents informant speaker speakers person voice voices
  woman man girl boy mother father teacher student nurse officer staff beneficiary group all everyone several female male
  participante participantes entrevistado entrevistada entrevistados informante hablante persona voz voces mujer hombre
  nina nino madre padre docente maestra maestro estudiante beneficiaria beneficiario grupo todos todas varias varios
  participante repondant repondante interviewe interviewee enquete enquetee locuteur locutrice intervenant intervenante
  voix femme homme fille garcon mere pere enseignant enseignante groupe tous toutes plusieurs
  entrevistada mulher homem falante pessoa vozes
  befragte befragter teilnehmer teilnehmerin sprecher sprecherin
  المشارك المشاركة المشاركون المجيب المجيبة متحدث מרואיין מרואיינת משתתף משתתפת דובר דוברת
`);

const questionWords = words('question answer q a pregunta respuesta reponse pergunta resposta frage antwort');

/** Heads of forms and reports, remarks, and words with which a sentence likes to start before a colon. */
const headingWords = words(`
  date time place location venue duration length language languages subject topic theme title project programme program
  country region district village community site sector source sources file recording audio video link url web email phone
  note notes nb remark remarks comment comments memo summary abstract background introduction context method methods
  methodology sample sampling limitation limitations finding findings conclusion conclusions recommendation recommendations
  lesson lessons result results output outputs outcome outcomes impact objective objectives goal goals activity activities
  indicator indicators baseline target targets assumption assumptions risk risks budget donor donors partner partners
  responsible deadline priority response action actions status annex appendix table figure box chart chapter section part
  page example examples reference references keywords key total yes no other item option options step task tasks section
  consent code codes id transcript transcription transcriber transcribed version appearances present absent agenda warning
  first second third finally again also but and so then because however therefore meaning maybe well okay ok look listen
  important remember basically honestly actually thing things problem reason quote end start pause
  fecha hora lugar ubicacion sitio duracion idioma tema asunto titulo proyecto programa pais departamento municipio aldea
  vereda comunidad fuente fuentes archivo grabacion enlace correo telefono nota notas observacion observaciones comentario
  comentarios resumen antecedentes introduccion contexto metodo metodos metodologia muestra limitaciones hallazgo hallazgos
  conclusion conclusiones recomendacion recomendaciones leccion lecciones resultado resultados producto productos impacto
  objetivo objetivos actividad actividades indicador indicadores linea meta metas supuesto supuestos riesgo riesgos
  presupuesto donante donantes socio socios responsable plazo prioridad respuesta accion acciones estado anexo tabla cuadro
  figura capitulo seccion pagina ejemplo ejemplos referencia referencias total si otro otra otros tarea consentimiento
  codigo transcripcion version primero segundo tercero finalmente ademas pero entonces porque importante antes despues
  decian dijo dicen razon problema pausa fin inicio
  lieu endroit duree langue sujet objet titre projet pays commune quartier fichier enregistrement lien courriel remarque
  remarques commentaire commentaires resume contexte methode methodes echantillon limites constat constats conclusions
  recommandation recommandations enseignement resultat resultats produit produits effet objectif objectifs activite
  activites indicateur indicateurs reference cible cibles hypothese hypotheses risque risques budget bailleur partenaire
  responsable echeance priorite action statut annexe tableau figure encadre chapitre partie exemple exemples oui non autre
  tache consentement d'abord ensuite enfin mais donc parce attention avant apres aussi alors probleme raison
  data local duracao lingua idioma tema titulo projeto municipio arquivo gravacao observacao resumo introducao metodologia
  achado achados conclusao conclusoes recomendacao recomendacoes licao resultado objetivo atividade meta risco anexo tabela
  exemplo sim nao outro
  datum ort dauer sprache thema titel projekt hinweis anmerkung zusammenfassung
  التاريخ المكان مدة المدة اللغة الموضوع العنوان المشروع ملاحظة ملاحظات أولا ثانيا ثالثا תאריך מקום משך שפה נושא הערה
`);

/** Lines above a transcript that say when, where and who. */
const metadataWords = words(`
  date time place location venue duration length language project programme country district village site recording audio
  file code id transcriber transcribed title subject topic consent podcast media
  fecha hora lugar ubicacion sitio duracion idioma proyecto programa pais municipio comunidad archivo grabacion codigo
  transcripcion titulo tema consentimiento
  lieu endroit duree langue projet pays commune fichier enregistrement titre sujet consentement
  data local duracao lingua projeto arquivo gravacao datum ort dauer sprache
  التاريخ المكان مدة المدة اللغة الموضوع المشروع תאריך מקום משך שפה
`);

export function isInterviewerWord(word: string): boolean {
  return interviewerWords.has(plainWord(word));
}

export function isParticipantWord(word: string): boolean {
  return participantWords.has(plainWord(word));
}

export function isQuestionWord(word: string): boolean {
  return questionWords.has(plainWord(word));
}

export function isHeadingWord(word: string): boolean {
  return headingWords.has(plainWord(word));
}

export function isMetadataWord(word: string): boolean {
  return metadataWords.has(plainWord(word));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/).map(plainWord));
}

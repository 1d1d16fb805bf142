import type { RuleExamples } from '../rule.js';

/** Further examples of the rule, for the tests. */
const examples: RuleExamples = {
  valid: [
    {
      title: 'explained in a foreword',
      kind: 'strategic-plan',
      text: '# Exampleshire SEND strategy\n\n## Foreword\n\nOmar Quayle, Chief Executive, NHS Exampleshire Integrated Care Board (ICB)\n\n## Actions\n\nThe ICB leads.\n',
    },
    {
      kind: 'full-inspection-report',
      text: 'An education, health and care (EHC) plan is reviewed each year. EHC plans and the NHS help children with SEND. GPs refer families.\n',
    },
    {
      title: 'many ways to expand',
      kind: 'full-inspection-report',
      text: 'The dynamic support register (DSR), alternative provision (APs), the NHS Westmarch Integrated Care Board (Westmarch ICB), NHS Hollow and West Essex Integrated Care Board (HWE ICB), the forum (WPCC, Westmarch’s parent carer council), neurodevelopmental (ND) assessments, education, health and care plans (EHC plans), those educated other than at school (EOTAS), Preparation for Adulthood Team (PfAT), young people not in education, employment or training (NEET) and one of His Majesty’s Inspectors (HMI). Child and adolescent mental health (CAMHS) services, those educated in provision other than at school (EOTAS) and NHS Bellshire, Oakshire and Bramshire West Integrated Care Board (BOB ICB) too. CAMHS, BOB ICB, the DSR, both ICBs, HWE’s staff, WPCC’s members, APs, ND pathways, an EHC plan, EOTAS, PfAT, NEET and HMI are known.\n',
    },
    {
      title: 'words that differ as they may, and a place at the end of the letters',
      kind: 'full-inspection-report',
      text: 'Speech and language therapists (SALT), children who are missing education (CME), the Wirral parent carer forum (PCFW) and joint strategic need assessments (JSNA) help. SALT, CME, PCFW and the JSNA are known.\n',
    },
    {
      title: 'letters first, and a glossary',
      kind: 'strategic-plan',
      text: 'ADHD (attention deficit hyperactivity disorder) is common. AP is checked and MHSTs are in schools.\n\n## Glossary\n\n| Term | Meaning |\n| --- | --- |\n| AP | alternative provision |\n\n- MHST: mental health support team\n',
    },
    {
      title: 'a short name without the last words, an aside, and a phrase on two lines',
      kind: 'full-inspection-report',
      text: 'NHS Westmarch Moor Integrated Care (NHS WM) pays. KEST, the Kestrelshire education support team, teaches at home. Some wait for attention deficit\nhyperactivity disorder (ADHD) services. NHS WM knows. KEST and ADHD are known.\n',
    },
    {
      title: 'an outcome statement after the words',
      kind: 'full-inspection-report',
      text: 'Children with special educational needs and/or disabilities (SEND) do well.\n\n## Inspection outcome\n\nThe local area partnership’s arrangements lead to inconsistent experiences and outcomes for children and young people with special educational needs and/or disabilities (SEND). The local area partnership must work jointly to make improvements.\n',
    },
    {
      title: 'a nickname of the forum',
      kind: 'full-inspection-report',
      text: 'The local parent carer forum (KesPaC) is involved. KesPaC meets monthly.\n',
    },
    {
      title: 'a name, an address and emphasis',
      kind: 'full-inspection-report',
      text: 'The HCRG Care Group in Year III CANNOT DO this, and neither can ACE Schools. See www.kestrelshire.gov.uk/SENDIASS/ for more.\n',
    },
    {
      title: 'a longer acronym that explains the shorter one',
      kind: 'full-inspection-report',
      text: 'Decisions on education, health and care needs assessments (EHCNA) are quick. The EHC needs assessment is good.\n',
    },
    {
      title: 'two at once, brackets inside, and names of tests and programmes',
      kind: 'full-inspection-report',
      text: 'The designated clinical officer/designated medical officer (DCO/DMO) takes part in the Delivering Better Value in SEND (DBV) programme. The designated safeguarding and medical leads (DSL and DML) meet. Care (education) and treatment reviews (C(E)TRs) help, as CETRs should. The DCO, DMO, DSL and DML use the ASQ-3 and the ASQ:SE-2, and run the HENRY programme and SPARKO groups.\n',
    },
    {
      title: 'a foreword explains',
      kind: 'strategic-plan',
      text: '## Foreword\n\nThis plan is for children and young people (CYP).\n\nMary Swift DCS\n\n## Our aims\n\nCYP will do well.\n',
    },
    {
      title: 'small letters one way and the other',
      kind: 'full-inspection-report',
      text: 'Preparation for adulthood (PfA) starts early. A PFA team meets. Special educational needs coordinators for an area (area SENCos) help. SENCos do too.\n',
    },
    { title: 'words in capitals for emphasis', kind: 'strategic-plan', text: 'We CANNOT BE SURE, and LATER IS FINE.\n' },
    {
      title: 'local acronyms of the settings',
      kind: 'strategic-plan',
      text: 'The KQZ meets.\n',
      settings: { acronyms: { KQZ: 'Kestrelshire quality zone' } },
    },
    {
      title: 'the fixed sentences',
      kind: 'full-inspection-report',
      text: 'Ofsted and the Care Quality Commission (CQC) ask for a plan.\n\n## Information about this inspection\n\nIt was led by one of His Majesty’s Inspectors (HMI), with an inspector from the Care Quality Commission (CQC).\n',
    },
  ],
  invalid: [
    {
      title: 'known letters with another word, letters too many, and brackets that a full stop or a comma follows',
      kind: 'full-inspection-report',
      text: 'The designated clinical organiser (DCO) and the multi-agency screening house (MASH) help. A community play team (CPTR) is new. Schools buy alternative provision (AP. Waits for the dynamic support register (DSR, have fallen.\n',
      finds: [
        { at: 'DCO', message: /designated clinical officer/ },
        { at: 'MASH' },
        { at: 'CPTR', message: /do not give all/ },
        { at: 'AP', message: /bracket/ },
        { at: 'DSR', message: /bracket/ },
      ],
      fixed:
        'The designated clinical organiser (DCO) and the multi-agency screening house (MASH) help. A community play team (CPTR) is new. Schools buy alternative provision (AP). Waits for the dynamic support register (DSR), have fallen.\n',
    },
    {
      title: 'never expanded',
      kind: 'full-inspection-report',
      text: 'Autism and ADHD pathways are slow. An ADHD diagnosis takes years. The KCFZ helps. HMCI requires a plan.\n',
      finds: [{ at: 'ADHD' }, { at: 'KCFZ' }, { at: 'HMCI' }],
      fixed:
        'Autism and attention deficit hyperactivity disorder (ADHD) pathways are slow. An ADHD diagnosis takes years. The KCFZ helps. His Majesty’s Chief Inspector (HMCI) requires a plan.\n',
    },
    {
      title: 'the words without the letters',
      kind: 'full-inspection-report',
      text: 'The dynamic support register is new. Few are on the DSR.\n',
      finds: [{ at: 'DSR', message: /lacks the letters/ }],
      fixed: 'The dynamic support register (DSR) is new. Few are on the DSR.\n',
    },
    {
      title: 'letters that do not follow from the words',
      kind: 'full-inspection-report',
      text: 'The child and adolescent mental health services (CAHMS) are slow. CAHMS leaders know. There is mental health support (SEMH) too.\n',
      finds: [{ at: 'CAHMS', message: /CAMHS/ }, { at: 'SEMH' }],
      fixed:
        'The child and adolescent mental health services (CAMHS) are slow. CAMHS leaders know. There is mental health support (SEMH) too.\n',
    },
    {
      title: 'letters that only seem to follow from the words',
      kind: 'full-inspection-report',
      text: 'The joint strategic needs assessment (JNSA) is new. Each has an education, health and care (ECH) plan. EHC plans are late.\n',
      finds: [
        { at: 'JNSA', message: /JSNA/ },
        { at: 'ECH', message: /EHC/ },
      ],
      fixed: 'The joint strategic needs assessment (JSNA) is new. Each has an education, health and care (EHC) plan. EHC plans are late.\n',
    },
    {
      title: 'half a bracket',
      kind: 'full-inspection-report',
      text: 'The dynamic support register (DSR is new.\n\nThe designated clinical officer DCO) is too.\n',
      finds: [
        { at: 'DSR', message: /“\(DSR\)”/ },
        { at: 'DCO', message: /“\(DCO\)”/ },
      ],
      fixed: 'The dynamic support register (DSR) is new.\n\nThe designated clinical officer (DCO) is too.\n',
    },
    {
      title: 'no brackets',
      kind: 'full-inspection-report',
      text: 'The designated clinical officer DCO is new.\n',
      finds: [{ at: 'DCO', message: /brackets/ }],
      fixed: 'The designated clinical officer (DCO) is new.\n',
    },
    {
      title: 'expanded twice',
      kind: 'full-inspection-report',
      text: 'Children with special educational needs and/or disabilities (SEND) do well.\n\nSupport for special educational needs and/or disabilities (SEND) is good.\n',
      finds: [{ at: 'special educational needs and/or disabilities (SEND)', severity: 'info' }],
      fixed: 'Children with special educational needs and/or disabilities (SEND) do well.\n\nSupport for SEND is good.\n',
    },
  ],
};

export default examples;

/** A signature of the merchant's key, and the text that it signs with what the text is made of. */
export type RecordedSignature = {
  id: string
  request?: { method: string; path: string; body: string; timestamp: string }
  applyToken?: { clientKey: string; timestamp: string }
  openApi?: object
  seamless?: object
  stringToSign: string
  signature: string
}

/** Recorded from dana-node 2.1.10. The seamless signature is given as base64, where dana-node gives it percent-encoded. */
export const RECORDED_SIGNATURES: RecordedSignature[] = [
  {
    id: 'apply-token',
    applyToken: {
      clientKey: '2025010112345678901234',
      timestamp: '2026-01-15T10:04:05+07:00'
    },
    stringToSign: '2025010112345678901234|2026-01-15T10:04:05+07:00',
    signature:
      'Dw7DlBMLTyhAAiDaTi36WKXbCFYL0nwgaSV3AirjIwp1F96k1p8swFUG88wLqmpdAayXPyCZJROAHWHFS5F+aTp5xq8VCK2dyagbKp0jQ3k20waiAkTiQB/vu9sRDM3LgrmFOtFNSz6qYjQF/bV2/zX7IF+qnE41t0DmhCO4hI0r3BzVtCu1oGN9+P472KaFIwx//2MUY3CAWr7XPbbojGvUUA5tR6vCD8PEcKEhT/9lH4XE9JKMs3xzTGv4j2sfYzogh1FIz8Ny4rkEkWFxN8eoDsFjxG4kBTaA7IIo3ziqFudItCrSHDvfbSVRpelK4nQ3H3w/ZT38jgcIDkSKfg=='
  },
  {
    id: 'b2b/empty-body',
    request: {
      method: 'POST',
      path: '/v1.0/debit/cancel.htm',
      body: '',
      timestamp: '2026-01-15T10:04:05+07:00'
    },
    stringToSign:
      'POST:/v1.0/debit/cancel.htm:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:2026-01-15T10:04:05+07:00',
    signature:
      'NeHFO6f/MxxbJw/rTLtJSFsB5mmjnwY+cHdQ9sQVrySfA3/W4RtlTcOZawqNiO6MndgATAzYiXCgJScr+r6loi6TpkaVKrtXVRSCf+X4qsDEdeD2SQL3FK1/YIUuJb/0nxNGPnng85qoqq/ifY7PF0D8PDOLXdoOyI98eeOI6axuTfWgwdEOx+l+BbUUrit7tYtEhfXGNcIJcTcCD6EkYs6s7wo3mFVsXKyGzKhYNXWFYqucDR9HIfn5UPRbOG0+fFKq+jNaR6YhGgD1+ah4FF1jhhglC6MHgS21jyCuHkhRIK2bd+e2tafAYGmJn7O6yECAOsbvOQOqpxVlcG3JCg=='
  },
  {
    id: 'b2b/utf8-body',
    request: {
      method: 'POST',
      path: '/rest/v1.1/debit/status',
      body: '{"t":"Kopi “Tubruk” é 😀"}',
      timestamp: '2026-01-15T10:04:05+07:00'
    },
    stringToSign:
      'POST:/rest/v1.1/debit/status:74a5e2d96afcdb8c19ce5842f86a87b132c460fff7cf77481ff176990eb040b7:2026-01-15T10:04:05+07:00',
    signature:
      'OUXJqlwm+DZ/zuP5dxQjnMZOIxKpPRGUo+zWElHRHmrLRCL536umA50YwbFnk3FTYGQ2VsJiMGSZHDanTloRhfkWqcb+ha+rZ+gALBCVFhWBv8ApYVaAn3pKAXsJAZqCZHiKMLt6jfUu1SCdCaeshIsL5oy0QhPtAPdHKDxna73+D1bi8fRkB4NdXE1MqADEzdDHjttWzWNEarrwUHpbQCxvPMTu93aNvXUEXdaG3YNqbQzSI5uTCjmEZ/rDIRPz2l+wv72OygnioNJ6UTXr+mHXCAH64YpA3WH912PAXz1Eph85rHYpAdDncJRDe0J9njC/SbtyRJ+OOCoI5elATA=='
  },
  {
    id: 'b2b/lowercase-method-not-normalised',
    request: {
      method: 'post',
      path: '/v1.0/debit/cancel.htm',
      body: '{}',
      timestamp: '2026-01-15T10:04:05+07:00'
    },
    stringToSign:
      'post:/v1.0/debit/cancel.htm:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a:2026-01-15T10:04:05+07:00',
    signature:
      'cjcs14CIhUx5CsiCEbHauOWNrygmyo/kt144qTbY4mqgwLqNOl0fyafCNj4z0X980hq8KLivnmJXlbkPJP0Yql6Mq7wiov1ZWbD/uS0fFyHOEojO3pSi/m5wt0oaYemWGjBzmMuhBzPRyzCtHaaLvI1Q5ju2jAn/7Aw7ot/0oJEccSyAbGM9rZPmZK0nEsc0WfuyFYMlhHcageKRt+BwGLiNVoNSrq1OsmGj9iEVs9REF6eWFvk2ybTDHxzWgvJoTIFYqu9KAVTJuUr9EIgVSAhDUC9MPdvT+eNPY7gvRR0suU7iQM0Ja9Mg0MCgZP11jbJa/tGkEGl51ykE8TrJ2g=='
  },
  {
    id: 'b2b/whitespace-body-not-minified',
    request: {
      method: 'POST',
      path: '/v1.0/debit/cancel.htm',
      body: '{ "a": 1 }',
      timestamp: '2026-01-15T10:04:05+07:00'
    },
    stringToSign:
      'POST:/v1.0/debit/cancel.htm:efc6fbbe835f02996e070d9b3f37ffc4153f8ed11590fbf555bff7021d271fe9:2026-01-15T10:04:05+07:00',
    signature:
      'Vx4iNlVU3SH47kNwxteWo9sWbLNB2sTvzMzfyAO76hEfB2JDAuptulbT//1GE6sDA7+7ZwuiYrBsbDMkw6UrwE3VbIlMehfygLNHXUDKpnXWzeOcM+pWWTELQ5LL+yqCF71CWwaPcRVfF10VHluZL3YaaF0zC1e0Dhy4IAK7mQ5TIveA0lLsxQaNSv0GjqXc2Qb0g81eSl8iC4Q5gABjXS285dbfTW+ZKtmOd90OxqwOHJ7BlXXN4hEIeGyNUscYKPnicOU4lj4+WInLZF+iavfI0g/E/a8+DrCgupk2AVrOmYCNUiYsgns2ZlgOz799707lEVp+j1KEZ+dI7+Fxdg=='
  },
  {
    id: 'openapi/basic',
    openApi: {
      head: {
        version: '2.0'
      },
      body: {
        userResources: ['BALANCE']
      }
    },
    stringToSign: '{"head":{"version":"2.0"},"body":{"userResources":["BALANCE"]}}',
    signature:
      'dPkdJsd3dwr03A8LrKJi7I/LvMLErWnCw5jrRER69PITrUI7DZuMG7FZ/QkVYS1c/kAQj19ZxRurp9xcHWJBKu4ibkJpl1iAjgYIUdZgZUiaZ610tbEWITTSKM/kcpM0RcAxRblg/38o9wstIhuv6XPljg+8sY686x51+4oBumPxnw3pDf4XzTog0hctUJLTeNz1CRUGdI8cxC87E5HGooJLccqDWkrrHupkM69vxlcEVKOppdRwH9ipyQqEBcnqKUMeAu2ViALUmAARECRDy9yeAuvzxWAuPfE1Z/Yps7GOQryrJc/xe2p1cvBrhy6u1F/q8LFjtzc4Ddbs6zTpPQ=='
  },
  {
    id: 'seamless/basic-returns-percent-encoded',
    seamless: {
      mobileNumber: '6283811223355',
      bizScenario: 'PAYMENT'
    },
    stringToSign: '{"mobileNumber":"6283811223355","bizScenario":"PAYMENT"}',
    signature:
      'hRKbTZRjbqoQdexHYuLbuQtnICOqsHgREUG9MYHQ5Y1A4z7Du6jPLEndoc0wFJCfk6wV4Yu8tq4Pe4J3m9K57veYvHDcTskI+jPWuhQ4PC6VJLiulU+J93wFPofcOkq3T4/7xvdU16DL/BTCqbxvm+8IjSFWlklN+NHdb0TXp7jGN7OH1qbrEGZ6Hh+3Wi7bfZhY7csLHbuiVzbBUASRFVMT1VH8jLeFa8sgeASXao4wxajWSGqRoEqbBFYleCEtCfMm9DqfdGo40NtL63VRo/ef+M17D93POy/PtS+6UvjEtnTJW2BGrtWLGHtSVyl0WAv/7t1PvaDSN6/yo/AZfA=='
  }
]

/** The connector's icon, drawn for this project: two rings that share a door, and a bolt across it. */

/** 244 by 244, without text, script or anything from elsewhere. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 244 244" width="244" height="244" role="img" aria-label="Auth0 Lifecycle">
  <rect width="244" height="244" rx="54" fill="#3f59e4"/>
  <g fill="none" stroke="#fff" stroke-width="17" stroke-linecap="round">
    <path d="M131 88a46 46 0 1 0 0 68"/>
    <path d="M113 88a46 46 0 1 1 0 68" opacity=".55"/>
  </g>
  <circle cx="122" cy="114" r="13" fill="#fff"/>
  <path d="M115 118h14l5 33h-24z" fill="#fff"/>
</svg>
`;

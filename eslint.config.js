import tseslint from 'typescript-eslint'

const keptForever = 'assignments stay, and so does what they hang on'

export default tseslint.config(
  { ignores: ['node_modules', 'prisma/generated', 'data', '**/*.js', '**/*.mjs', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      complexity: ['error', 8],
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    // The domain decides from values alone: what time it is comes in as an argument.
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'now is an argument' }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'now is an argument' },
        { selector: "CallExpression[callee.name='dayjs'][arguments.length=0]", message: 'now is an argument' },
      ],
    },
  },
  {
    // The ledger of reminders speaks of assignments without a foreign key: none goes away, nor what they hang on.
    files: ['prisma/**/*.ts', 'app/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TemplateElement[value.raw=/DELETE FROM "(Assignment|Occurrence|Task|Plan|Agency|Workspace)"/]',
          message: keptForever,
        },
        {
          selector:
            'MemberExpression[property.name=/^delete/][object.property.name=/^(assignment|occurrence|task|plan|agency|workspace)$/]',
          message: keptForever,
        },
      ],
    },
  },
  {
    // Programs that talk to a terminal.
    files: ['cli.ts', 'main.ts', 'demo/**/*.ts', 'bench/**/*.ts', 'gates/**/*.ts', 'prisma/migrate.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)

-- editlint in Neovim 0.7 or later, without plugins.
--
--   dofile("/path/to/editlint.lua").setup({ on_save = true })
--
-- :Editlint checks the buffer as it stands, saved or not, and fills the quickfix list and the diagnostics.

local M = {}

local namespace = vim.api.nvim_create_namespace("editlint")
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  suggestion = vim.diagnostic.severity.INFO,
}
local letters = { error = "E", warning = "W", suggestion = "I" }

-- editlint counts code points from 1, Neovim bytes from 0.
local function byte_column(line, column)
  local byte = vim.fn.byteidxcomp(line or "", column - 1)
  return byte >= 0 and byte or #(line or "")
end

local function command()
  local configured = vim.g.editlint_command or "editlint"
  return type(configured) == "table" and vim.deepcopy(configured) or { configured }
end

local function run(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local words = command()
  vim.list_extend(words, { "check", "--format", "json", "--stdin-filename", name ~= "" and name or "untitled.txt", "-" })
  local errors = vim.fn.tempname()
  local quoted = {}
  for _, word in ipairs(words) do
    table.insert(quoted, vim.fn.shellescape(word))
  end
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local line = table.concat(quoted, " ") .. " 2>" .. vim.fn.shellescape(errors)
  local output = vim.fn.system(line, table.concat(lines, "\n") .. "\n")
  local said = vim.fn.filereadable(errors) == 1 and vim.fn.readfile(errors) or {}
  vim.fn.delete(errors)
  return output, table.concat(said, "\n"), lines
end

function M.check(buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  local output, said, lines = run(buffer)
  local read, result = pcall(vim.fn.json_decode, output)
  if not read or type(result) ~= "table" or not result.files then
    vim.notify("editlint: " .. (said ~= "" and said or output), vim.log.levels.ERROR)
    return
  end
  if said ~= "" then
    vim.notify(said, vim.log.levels.WARN)
  end
  local diagnostics, items = {}, {}
  for _, file in ipairs(result.files) do
    for _, finding in ipairs(file.findings) do
      local start = byte_column(lines[finding.line], finding.column)
      local stop = byte_column(lines[finding.end_line], finding.end_column)
      table.insert(diagnostics, {
        lnum = finding.line - 1,
        col = start,
        end_lnum = finding.end_line - 1,
        end_col = stop,
        severity = severities[finding.severity],
        message = finding.message,
        source = "editlint",
        code = finding.rule,
      })
      table.insert(items, {
        bufnr = buffer,
        lnum = finding.line,
        col = start + 1,
        type = letters[finding.severity],
        text = "[" .. finding.rule .. "] " .. finding.message,
      })
    end
  end
  vim.diagnostic.set(namespace, buffer, diagnostics)
  vim.fn.setqflist({}, " ", { title = "editlint", items = items })
end

function M.setup(options)
  options = options or {}
  vim.api.nvim_create_user_command("Editlint", function()
    M.check()
  end, { desc = "Check the buffer with editlint" })
  if options.on_save then
    vim.api.nvim_create_autocmd("BufWritePost", {
      pattern = options.pattern or { "*.txt", "*.md" },
      callback = function(event)
        M.check(event.buf)
      end,
    })
  end
  return M
end

return M

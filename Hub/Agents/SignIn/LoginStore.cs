using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace SupportHub.Agents.SignIn;

/// <summary>Identity's store over the table <c>agents</c>: accounts are made and removed elsewhere, see <see cref="AccountDesk"/>.</summary>
public sealed partial class LoginStore(LoginSql sql) : IUserPasswordStore<AgentLogin>, IUserSecurityStampStore<AgentLogin>
{
    public Task<AgentLogin?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        sql.ById(long.Parse(userId, CultureInfo.InvariantCulture), cancellationToken);

    public Task<AgentLogin?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        sql.ByEmail(normalizedUserName, cancellationToken);

    public async Task<IdentityResult> UpdateAsync(AgentLogin user, CancellationToken cancellationToken) =>
        await sql.Save(user) ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());

    public Task<string> GetUserIdAsync(AgentLogin user, CancellationToken cancellationToken) =>
        Task.FromResult(user.Id.ToString(CultureInfo.InvariantCulture));

    public Task<string?> GetUserNameAsync(AgentLogin user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(AgentLogin user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetPasswordHashAsync(AgentLogin user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(AgentLogin user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(AgentLogin user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(AgentLogin user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(AgentLogin user, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
    }

    // Names are set by AccountDesk alone; Identity sets them back to what they are before each update.
    public Task SetUserNameAsync(AgentLogin user, string? userName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SetNormalizedUserNameAsync(AgentLogin user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IdentityResult> CreateAsync(AgentLogin user, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IdentityResult> DeleteAsync(AgentLogin user, CancellationToken cancellationToken) => throw new NotSupportedException();
}
